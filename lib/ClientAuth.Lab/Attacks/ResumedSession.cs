using System.Security.Cryptography.X509Certificates;
using ClientAuth.Credentials;
using ClientAuth.Lab.Networks;
using ClientAuth.MockServer;
using ClientAuth.MockServer.Options;
using ClientAuth.Protocol;
using ClientAuth.Visuals.Attacks;

namespace ClientAuth.Lab.Attacks;

/// <summary>
/// A TLS session that was begun with the victim's certificate, taken up without any (RFC 8446 §2.2). The server finds the certificate in
/// the session, where nobody has proven anything with it. Tried with <c>openssl</c>, on Linux.
/// </summary>
public sealed class ResumedSession()
    : Attack(
        new(
            "resumed-session",
            AttackGroup.Replays,
            "TLS session of another client",
            "the victim's saved session, without certificate and key",
            "the endpoint for certificates resumes no session"
        )
    )
{
    private protected override IReadOnlyList<ClientMetadata> Clients => [ClaimedCertificate.Registration];

    private protected override AuthorizationServerOptions Without(AuthorizationServerOptions options) =>
        SwitchOff(options, Defence.FullHandshakes);

    public override async Task<AttackOutcome?> TryAsync(bool defended, CancellationToken cancellationToken = default)
    {
        // Elsewhere the TLS of .NET resumes in other ways, or not at all (dotnet/runtime#85113).
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        await using var target = await OpenAsync(defended, cancellationToken);
        var (session, certificate, key) = (
            target.KeyFile("session.pem"),
            target.KeyFile("victim.pem"),
            target.KeyFile("victim-key.pem")
        );
        var victim = target.Client(ClaimedCertificate.Victim).Certificate!;
        PemFile.WriteCertificates(certificate, victim);
        using var privateKey = victim.GetECDsaPrivateKey()!;
        PemFile.WritePrivateKey(key, privateKey);
        Task<bool> AskAsync(params string[] with) =>
            OpenSslSession.TryRequestTokenAsync(target, ClaimedCertificate.Victim, with, cancellationToken);

        return
            await AskAsync("-cert", certificate, "-key", key, "-sess_out", session)
            // A server that resumes nothing leaves no session to save: then the attacker comes with empty hands.
            && await (File.Exists(session) ? AskAsync("-sess_in", session) : AskAsync())
            ? AttackOutcomes.Of(target.LastExchange)
            : null;
    }
}
