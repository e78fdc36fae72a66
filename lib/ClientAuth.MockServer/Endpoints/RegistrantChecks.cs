using ClientAuth.MockServer.Certificates;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Reading;
using ClientAuth.MockServer.Tokens;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Endpoints;

/// <summary>Who may register: the bearer of an initial access token (RFC 7591 §3), where the server asks for it with a trusted certificate.</summary>
/// <param name="admission">Judges the token.</param>
/// <param name="certificates">Judge the certificate; null where none is asked for.</param>
internal sealed class RegistrantChecks(TokenAdmission admission, CertificateChecks? certificates)
{
    /// <summary>The initial access token, or null where a check failed.</summary>
    public async ValueTask<AccessToken?> CheckAsync(IncomingRequest incoming, CheckTrace trace) =>
        CheckCertificate(incoming, trace)
            ? await admission.AdmitAsync(incoming, Scopes.DynamicClientRegistration, trace)
            : null;

    private bool CheckCertificate(IncomingRequest incoming, CheckTrace trace) =>
        certificates is null
        || (
            PresentedCertificate.Take(incoming.Presented, trace) is { } presented
            && certificates.Check(presented, trace) is not null
        );
}
