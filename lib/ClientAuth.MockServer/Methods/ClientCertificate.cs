using ClientAuth.MockServer.Certificates;
using ClientAuth.MockServer.Checks;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Methods;

/// <summary>The certificate of the connection, as a credential (RFC 8705 §2).</summary>
internal sealed class ClientCertificate(PresentedCertificate presented) : PresentedCredential(Words)
{
    private const string Words = "a client certificate";

    public static CredentialReader Reader { get; } =
        new(
            Words,
            request => request.Incoming.ClientCertificate is not null,
            (request, _) => request.Incoming.Presented is { } presented ? new ClientCertificate(presented) : null
        )
        {
            YieldsToOthers = true,
        };

    public PresentedCertificate Presented => presented;

    public override Rule? Proof => Rules.CertificateChain;

    public override ClientMetadata Decoy(string clientId, DecoyKeys keys) =>
        new()
        {
            ClientId = clientId,
            TokenEndpointAuthMethod = TokenEndpointAuthMethods.TlsClientAuth,
            TlsClientAuthSubjectDn = "CN=nobody",
        };

    /// <summary>The certificate, or null where there is none.</summary>
    public static PresentedCertificate? Take(PresentedCredential credential, CheckTrace trace) =>
        PresentedCertificate.Take((credential as ClientCertificate)?.Presented, trace);
}
