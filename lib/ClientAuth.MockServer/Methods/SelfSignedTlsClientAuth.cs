using ClientAuth.MockServer.Certificates;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.KeySets;
using ClientAuth.MockServer.Reading;
using ClientAuth.MockServer.Registrations;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Methods;

/// <summary>
/// <c>self_signed_tls_client_auth</c>: exactly a registered certificate, byte for byte (RFC 8705 §2.2). No path is built and no
/// lifetime judged: the registration is what makes it trusted, and withdrawing it is what ends that.
/// </summary>
internal sealed class SelfSignedTlsClientAuth(ClientKeys clientKeys)
    : MethodVerifier(TokenEndpointAuthMethods.SelfSignedTlsClientAuth)
{
    public override bool Expects(PresentedCredential credential) =>
        credential is PresentedCredential.Certificate or PresentedCredential.None;

    public override async Task<AuthenticatedClient?> VerifyAsync(
        RegisteredClient client,
        PresentedCredential credential,
        Trail trail,
        CancellationToken cancellationToken
    )
    {
        if (PresentedCertificate.Take(credential, trail) is not { } presented)
        {
            return null;
        }

        bool IsPresented(Jwk key) => IsSame(presented, RegisteredCertificates.Of(key));
        return await clientKeys.FindAsync(client, IsPresented, trail, cancellationToken) is { } keys
            ? await When(CheckRegistered(keys, presented, trail), client)
            : null;
    }

    private static bool CheckRegistered(IReadOnlyList<Jwk> keys, PresentedCredential.Certificate presented, Trail trail)
    {
        var registered = RegisteredCertificates.Of(keys).ToList();
        return trail.Check(
            Rules.CertificateRegistered,
            registered.Any(der => IsSame(presented, der)),
            $"one of {registered.Count} registered certificates",
            $"SHA-256 {CertificateThumbprint.Of(presented.Leaf)}"
        );
    }

    private static bool IsSame(PresentedCredential.Certificate presented, byte[]? der) =>
        der is not null && presented.Leaf.RawData.AsSpan().SequenceEqual(der);
}
