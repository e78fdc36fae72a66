using System.Security.Authentication;
using ClientAuth.Client;
using ClientAuth.Lab.Testbeds;
using ClientAuth.Protocol.Tls;

namespace ClientAuth.Lab.Exercises.Handshakes;

/// <summary>What the rules of lesson 15's second exercise find in the reports of a monitor.</summary>
internal static partial class MendedMonitorExercise
{
    private const string OnlyTheWord =
        "That is one of the words, but not written as the task does: small letters, and no white space around it.";

    private static ExerciseRule<Func<TlsTranscript, string>> Reads(
        string rule,
        string hint,
        string right,
        Func<TlsTranscript>[] drafts,
        IReadOnlyList<WrongAnswer<Func<TlsTranscript, string>>> wrongAnswers
    ) =>
        new(
            rule,
            hint,
            report =>
                drafts
                    .SelectMany(draft => Enumerable.Range(0, RandomHandshakes).Select(_ => draft()))
                    .Select(it => Reading(report, it, right))
                    .FirstOrDefault(finding => !finding.Holds)
                ?? RuleFinding.Kept
        )
        {
            WrongAnswers = wrongAnswers,
        };

    private static RuleFinding Reading(Func<TlsTranscript, string> report, TlsTranscript it, string right) =>
        Judged(
            report,
            it,
            said =>
                said == right
                    ? RuleFinding.Kept
                    : new RuleFinding(Holds: false) { Seen = $"\"{said}\", which is wrong for {Told(it)}" }
        );

    // An exception is shown with its handshake, as a wrong word is.
    private static RuleFinding Judged(
        Func<TlsTranscript, string> report,
        TlsTranscript it,
        Func<string, RuleFinding> judge
    )
    {
        string said;
        try
        {
            said = report(it);
        }
        catch (Exception thrown) when (ThrownCode.IsMistake(thrown))
        {
            return RuleFinding.Broken(
                "one of the six words",
                $"{thrown.GetType().Name}, for {Told(it)}",
                ThrownCode.Hint(thrown)
            );
        }

        return judge(said);
    }

    private static RuleFinding FindWord(string said) =>
        Reports.Contains(said)
            ? RuleFinding.Kept
            : RuleFinding.Broken(
                string.Join(", ", Reports),
                $"\"{said}\"",
                Reports.Contains(said.Trim().ToLowerInvariant()) ? OnlyTheWord : null
            );

    private static string Told(TlsTranscript it) => string.Join("; ", it.Flights.Select(Told));

    private static string Told(TlsFlight flight) =>
        $"{flight.Sender}: {string.Join(", ", flight.Messages.Select(one => $"{one.Name} ({one.Size} bytes)"))}";

    private static async Task<RuleFinding> ReadsRealHandshakesAsync(
        Func<TlsTranscript, string> report,
        CancellationToken cancellationToken
    )
    {
        await using var lab = await Testbed.StartAsync();
        var app = lab.Client("mobile-app-mtls");
        var method = new ClientAuthenticationMethodConfiguration.Mtls(app.Certificate!);
        var none = new ClientAuthenticationMethodConfiguration.None();
        // .NET on macOS ends at TLS 1.2.
        var newest = await ReadAsync(method, SslProtocols.None);
        RuleFinding[] findings =
        [
            Reading(report, await ReadAsync(method, SslProtocols.Tls12), "sent"),
            Reading(report, await ReadAsync(none, SslProtocols.Tls12), "not asked"),
            Reading(report, newest, newest.Version == NewestOfAll ? "hidden" : "sent"),
        ];
        return findings.FirstOrDefault(finding => !finding.Holds) ?? RuleFinding.Kept;

        async Task<TlsTranscript> ReadAsync(ClientAuthenticationMethodConfiguration by, SslProtocols protocols) =>
            TlsTranscript.Read(
                await lab.HandshakeAsync(
                    "a client of the lab",
                    app.Registration.ClientId,
                    by,
                    protocols,
                    cancellationToken: cancellationToken
                )
            );
    }
}
