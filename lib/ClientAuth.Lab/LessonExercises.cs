using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using ClientAuth.Client;
using ClientAuth.Credentials;
using ClientAuth.Devices.Android;
using ClientAuth.Lab.Capstone;
using ClientAuth.Lab.Choosing;
using ClientAuth.Lab.Exercises;
using ClientAuth.Lab.Exercises.Assertions;
using ClientAuth.Lab.Exercises.Attacks;
using ClientAuth.Lab.Exercises.Attestation;
using ClientAuth.Lab.Exercises.Capstone;
using ClientAuth.Lab.Exercises.Choosing;
using ClientAuth.Lab.Exercises.ClientFiles;
using ClientAuth.Lab.Exercises.Dpop;
using ClientAuth.Lab.Exercises.Handshakes;
using ClientAuth.Lab.Exercises.MutualTls;
using ClientAuth.Lab.Exercises.OwnServer;
using ClientAuth.Lab.Exercises.Refusals;
using ClientAuth.Lab.Exercises.Registration;
using ClientAuth.Lab.Exercises.Rotation;
using ClientAuth.Lab.Exercises.Secrets;
using ClientAuth.Lab.Exercises.Timing;
using ClientAuth.MockServer.Options;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Tls;
using ClientAuth.Visuals.Attestation;
using Deployed = (
    ClientAuth.Protocol.ClientMetadata Registered,
    ClientAuth.Client.ClientAuthenticationMethodConfiguration App
);

namespace ClientAuth.Lab;

/// <summary>
/// The exercises of the lessons, two of each, in the order of the lessons. An exercise is a class in a file of its own and one line here.
/// </summary>
/// <param name="onSolved">
/// Told the name of each exercise that a learner has solved. Its answer is what they are told of their progress, or null.
/// </param>
/// <param name="machineClock">Tells when an answer that does not end is given up; the system's where it is left out.</param>
public sealed class LessonExercises(
    Func<string, CancellationToken, Task<string?>>? onSolved = null,
    TimeProvider? machineClock = null
)
{
    public Exercise<string> FailingCheck => FailingCheckExercise.Create(Context());
    public Exercise<IReadOnlyDictionary<string, string>> PredictedErrors => PredictedErrorsExercise.Create(Context());

    public Exercise<Func<string, string, string>> BasicHeader => BasicHeaderExercise.Create(Context());
    public Exercise<Func<string, string, string, HttpRequestMessage>> MendedBasicClient =>
        MendedBasicClientExercise.Create(Context());

    public Exercise<Func<string, byte[], string>> SymmetricSignature => SymmetricSignatureExercise.Create(Context());
    public Exercise<Func<string, string, string, DateTimeOffset, string>> MendedSymmetricClient =>
        MendedSymmetricClientExercise.Create(Context());

    public Exercise<Func<string, ECDsa, string>> AsymmetricSignature => AsymmetricSignatureExercise.Create(Context());
    public Exercise<Func<ECDsa, string>> MendedKeySet => MendedKeySetExercise.Create(Context());

    public Exercise<Func<X509Certificate2, string>> PublicKeyPin => PublicKeyPinExercise.Create(Context());
    public Exercise<Func<CertificateProfile, ClientMetadata, CertificateProfile>> MendedCertificate =>
        MendedCertificateExercise.Create(Context());

    public Exercise<Func<string, string, string, Dictionary<string, string>>> DpopClaims =>
        DpopClaimsExercise.Create(Context());
    public Exercise<IReadOnlyDictionary<string, string>> PredictedThefts => PredictedTheftsExercise.Create(Context());

    public Exercise<Func<string, ECDsa, string>> DeviceRegistration => DeviceRegistrationExercise.Create(Context());
    public Exercise<Action<RegistrationAttempt, string, ECDsa>> MendedRegistration =>
        MendedRegistrationExercise.Create(Context());

    public Exercise<Func<KeyRotationPhase, Jwk, Jwk, Jwk[]>> KeySetPerPhase => KeySetPerPhaseExercise.Create(Context());
    public Exercise<IReadOnlyList<string>> OrderedRunbook => OrderedRunbookExercise.Create(Context());

    public Exercise<Func<Situation, string>> MethodForAFleet => MethodForAFleetExercise.Create(Context());
    public Exercise<Func<ECDsa, Deployed>> MendedDeployment => MendedDeploymentExercise.Create(Context());

    public Exercise<IReadOnlyDictionary<string, string>> PredictedChecks => PredictedChecksExercise.Create(Context());
    public Exercise<Action<JsonObject, string, string>> MendedClaims => MendedClaimsExercise.Create(Context());

    public Exercise<string[]> FastestFirst => FastestFirstExercise.Create(Context());
    public Exercise<Func<TokenClient, Patience, Task<TokenOutcome>>> AskAgainInTime =>
        AskAgainInTimeExercise.Create(Context());

    public Exercise<Func<Defence[], string, string>> FateOfForgeries => FateOfForgeriesExercise.Create(Context());
    public Exercise<Func<ServerSettings, string[]>> SettingsToChange => SettingsToChangeExercise.Create(Context());

    public Exercise<IReadOnlyDictionary<int, string>> AnswersToMistakes => AnswersToMistakesExercise.Create(Context());
    public Exercise<Func<ClientAssertionBuilder, ClientAssertionBuilder>> ExpInMilliseconds =>
        ExpInMillisecondsExercise.Create(Context());

    public Exercise<Action<FleetApps>> MendedApps => MendedAppsExercise.Create(Context());
    public Exercise<Action<FleetRegistrations>> MendedRegistrations => MendedRegistrationsExercise.Create(Context());

    public Exercise<Func<AndroidKeyDescription, string, string>> AttestationVerdict =>
        AttestationVerdictExercise.Create(Context());
    public Exercise<Func<KeyDescription, KeyDescription>> EmulatorsLie => EmulatorsLieExercise.Create(Context());

    public Exercise<Func<byte[], byte[]>> CertificateInFlight => CertificateInFlightExercise.Create(Context());
    public Exercise<Func<TlsTranscript, string>> MendedMonitor => MendedMonitorExercise.Create(Context());

    public Exercise<Func<string, string>> KeySetting => KeySettingExercise.Create(Context());
    public Exercise<Func<string?, bool>> ArrivedValue => ArrivedValueExercise.Create(Context());

    private ExerciseContext Context([CallerMemberName] string exercise = "") => new(exercise, onSolved, machineClock);
}
