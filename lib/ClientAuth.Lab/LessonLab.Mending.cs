using System.Security.Cryptography;
using System.Text.Json.Nodes;
using ClientAuth.Credentials;
using ClientAuth.Devices.Android;
using ClientAuth.Lab.Exercises;
using ClientAuth.Lab.Exercises.Assertions;
using ClientAuth.Lab.Exercises.Attestation;
using ClientAuth.Lab.Exercises.Choosing;
using ClientAuth.Lab.Exercises.MutualTls;
using ClientAuth.Lab.Exercises.Registration;
using ClientAuth.Lab.Exercises.Rotation;
using ClientAuth.Lab.Exercises.Secrets;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;
using ClientAuth.Visuals;
using Deployed = (
    ClientAuth.Protocol.ClientMetadata Registered,
    ClientAuth.Client.ClientAuthenticationMethodConfiguration App
);

namespace ClientAuth.Lab;

/// <summary>What learners mend or forge, tried on a server: what its log says of the request.</summary>
public sealed partial class LessonLab
{
    /// <summary>Lets the broken app ask for a token, its claims mended, and shows the refusal or all checks that passed.</summary>
    /// <param name="mend">Changes the claims; takes them, the issuer and the app's client id.</param>
    public async Task<View> SendMendedAsync(Action<JsonObject, string, string> mend) =>
        await ShownAsync(
            "broken app",
            () => BrokenApp.SendAsync(this, BrokenApp.ClientId, mend, CancellationToken.None)
        );

    /// <summary>Sends the request of the colleague's client, and shows the refusal or all checks that passed.</summary>
    /// <param name="ask">Makes the request; takes the token endpoint, the identifier and the secret.</param>
    public async Task<View> SendMendedAsync(Func<string, string, string, HttpRequestMessage> ask) =>
        await ShownAsync(
            "colleague's client",
            () => BasicRequest.SendAsync(this, BasicRequest.ClientId, ask, CancellationToken.None)
        );

    /// <summary>Lets an install ask for a token at a server that it is registered at, and shows the refusal or all checks that passed.</summary>
    /// <param name="deploy">From the install's key to its registration, and to how the app authenticates.</param>
    public async Task<View> SendDeployedAsync(Func<ECDsa, Deployed> deploy)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return await ShownAsync("install", () => CourierApp.SendAsync(deploy(key), CancellationToken.None));
    }

    /// <summary>Sends what an emulator is made to say to a server that trusts its root, and shows the refusal or all checks that passed.</summary>
    /// <param name="lie">From what the emulator would say to what it is made to say.</param>
    public async Task<View> SendLieAsync(Func<KeyDescription, KeyDescription> lie) =>
        await ShownAsync("emulator", () => LyingEmulator.SendAsync(lie, CancellationToken.None));

    /// <summary>Sends the assertion of the colleague's client, and shows the refusal or all checks that passed.</summary>
    /// <param name="make">Makes the assertion; takes identifier, secret, issuer and the time.</param>
    public async Task<View> SendMendedAsync(Func<string, string, string, DateTimeOffset, string> make) =>
        await ShownAsync(
            "colleague's client",
            () => SecretAssertion.SendAsync(this, SecretAssertion.ClientId, make, CancellationToken.None)
        );

    /// <summary>Registers the colleague's key set, asks for a token with the key, and shows what was refused or all checks that passed.</summary>
    /// <param name="keySet">Makes the set; takes the key pair of an app.</param>
    public async Task<View> SendMendedAsync(Func<ECDsa, string> keySet)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return await ShownAsync(
            "colleague's app",
            async () =>
            {
                var (refused, exchange) = await SentKeySet.SendAsync(this, key, keySet, CancellationToken.None);
                return refused is null
                    ? Shown("colleague's app", exchange!)
                    : new FactsView(
                        "The server refuses to register the key set",
                        ("expected", refused.Expected),
                        ("seen", refused.Seen),
                        ("rule", refused.Specification)
                    );
            }
        );
    }

    /// <summary>Has the lab's authority issue an ordered certificate, mended, and shows what the server makes of a request with it.</summary>
    /// <param name="mend">Changes the order; takes it and the registration of the client that the certificate is for.</param>
    public async Task<View> SendOrderedAsync(Func<CertificateProfile, ClientMetadata, CertificateProfile> mend) =>
        await ShownAsync(
            "ordered certificate",
            () => BrokenCertificateOrder.SendAsync(this, BrokenCertificateOrder.ClientId, mend, CancellationToken.None)
        );

    /// <summary>Lets a device register itself, its attempt mended, and shows the first refusal or the token of its own client.</summary>
    /// <param name="mend">Changes the attempt; takes it, the template's identifier and the device's key.</param>
    public async Task<View> RegisterMendedAsync(Action<RegistrationAttempt, string, ECDsa> mend) =>
        await ShownAsync(
            "device",
            () =>
                BrokenRegistration.SendAsync(
                    this,
                    RegisteredDevice.MainClient,
                    RegisteredDevice.Template,
                    mend,
                    CancellationToken.None
                )
        );

    /// <summary>Carries out a runbook at servers of its own, and shows what the installs of an app met after each step.</summary>
    /// <param name="steps">Those of the exercise, in an order.</param>
    public async Task<TableView> RunRunbookAsync(params IReadOnlyList<string> steps) =>
        new(
            "What the installs met",
            "",
            ["after", "certificate by", "pins", "answer"],
            [
                .. from visit in await RunbookRun.OfAsync(steps, CancellationToken.None)
                select (IReadOnlyList<string>)
                    [
                        RunbookStep.All.Contains(visit.Step) ? visit.Step : $"{visit.Step} (no step of the table)",
                        visit.Install.Authority,
                        visit.Install.Pins,
                        visit.Answer,
                    ],
            ]
        );

    private static Task<View> ShownAsync(string who, Func<Task<RecordedExchange>> send) =>
        ShownAsync(who, async () => Shown(who, await send()));

    // An exception in the learner's code is shown, so that the check after it still runs.
    private static async Task<View> ShownAsync(string who, Func<Task<View>> show)
    {
        try
        {
            return await show();
        }
        catch (Exception thrown) when (thrown is not OperationCanceledException)
        {
            return new FactsView($"The code for the {who} does not run", ("why", ThrownCode.Hint(thrown)));
        }
    }

    private static View Shown(string who, RecordedExchange exchange) =>
        exchange.Trace.Failure is null
            ? new DecisionTraceView(exchange.Trace, $"A token for the {who}")
            : new RefusalView(exchange, $"The {who} is refused");
}
