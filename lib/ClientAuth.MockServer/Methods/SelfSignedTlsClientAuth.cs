using System.Security.Cryptography.X509Certificates;
using ClientAuth.MockServer.Certificates;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Registrations;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Methods;

/// <summary>
/// <c>self_signed_tls_client_auth</c>: exactly a registered certificate, byte for byte (RFC 8705 §2.2). No path is built and no
/// lifetime judged: the registration is what makes it trusted, and withdrawing it is what ends that.
/// </summary>
/// <param name="clientKeys">What is registered.</param>
/// <param name="orItsKey">Whether another certificate of a registered key will do.</param>
internal sealed class SelfSignedTlsClientAuth(ClientKeys clientKeys, bool orItsKey)
    : MethodVerifier(TokenEndpointAuthMethods.SelfSignedTlsClientAuth, ClientCertificate.Reader)
{
    public override bool Expects(PresentedCredential credential) => credential is ClientCertificate or NoCredential;

    public override async Task<AuthenticatedClient?> VerifyAsync(
        RegisteredClient client,
        PresentedCredential credential,
        CheckTrace trace,
        CancellationToken cancellationToken
    )
    {
        if (ClientCertificate.Take(credential, trace) is not { } presented)
        {
            return null;
        }

        bool IsPresented(Jwk key) => Stands(presented, key);
        return await clientKeys.FindAsync(client, IsPresented, trace, cancellationToken) is { } keys
            ? await When(CheckRegistered(keys, presented, trace), client)
            : null;
    }

    private bool CheckRegistered(IReadOnlyList<Jwk> keys, PresentedCertificate presented, CheckTrace trace)
    {
        var registered = keys.Where(key => RegisteredCertificates.Of(key) is not null).ToList();
        return trace.Check(
            Rules.CertificateRegistered,
            registered.Any(key => Stands(presented, key)),
            $"one of {registered.Count} registered certificates" + (orItsKey ? ", or another of its key" : ""),
            $"SHA-256 {CertificateThumbprint.Of(presented.Leaf)}"
        );
    }

    private bool Stands(PresentedCertificate presented, Jwk key) =>
        RegisteredCertificates.Of(key) is { } der
        && (presented.Leaf.RawData.AsSpan().SequenceEqual(der) || (orItsKey && IsKeyOf(presented.Leaf, der)));

    private static bool IsKeyOf(X509Certificate2 presented, byte[] der)
    {
        using var registered = X509CertificateLoader.LoadCertificate(der);
        return registered
            .PublicKey.ExportSubjectPublicKeyInfo()
            .AsSpan()
            .SequenceEqual(presented.PublicKey.ExportSubjectPublicKeyInfo());
    }
}
