using ClientAuth.MockServer.Certificates;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Reading;
using ClientAuth.MockServer.Registrations;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Methods;

/// <summary>
/// <c>self_signed_tls_client_auth</c>: exactly a registered certificate, byte for byte (RFC 8705 §2.2). No path is built and no
/// lifetime judged: the registration is what makes it trusted, and withdrawing it is what ends that.
/// </summary>
internal sealed class SelfSignedTlsClientAuth() : MethodVerifier(TokenEndpointAuthMethods.SelfSignedTlsClientAuth)
{
    public override bool Expects(PresentedCredential credential) =>
        credential is PresentedCredential.Certificate or PresentedCredential.None;

    public override Task<AuthenticatedClient?> VerifyAsync(
        RegisteredClient client,
        PresentedCredential credential,
        Trail trail,
        CancellationToken cancellationToken
    ) =>
        When(
            PresentedCertificate.Take(credential, trail) is { } presented
                && CheckRegistered(client.Metadata, presented, trail),
            client
        );

    private static bool CheckRegistered(ClientMetadata client, PresentedCredential.Certificate presented, Trail trail)
    {
        var registered = RegisteredCertificates.Of(client).ToList();
        return trail.Check(
            Rules.CertificateRegistered,
            registered.Any(der => presented.Leaf.RawData.AsSpan().SequenceEqual(der)),
            $"one of {registered.Count} registered certificates",
            $"SHA-256 {CertificateThumbprint.Of(presented.Leaf)}"
        );
    }
}
