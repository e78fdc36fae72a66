using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using ClientAuth.MockServer.Dpop;
using ClientAuth.MockServer.Reading;

namespace ClientAuth.MockServer.Tokens;

/// <summary>What a token works with alone: its <c>cnf</c> claim (RFC 7800 §3.1). A token without a member is a bearer token.</summary>
/// <param name="CertificateThumbprint"><c>x5t#S256</c> of the certificate that must be on the connection (RFC 8705 §3.1).</param>
/// <param name="KeyThumbprint"><c>jkt</c> of the key that must sign a DPoP proof (RFC 9449 §6.1).</param>
internal sealed record TokenBinding(string? CertificateThumbprint, string? KeyThumbprint = null)
{
    private const string CertificateMember = "x5t#S256";
    private const string KeyMember = "jkt";

    /// <summary>The binding of a bearer token.</summary>
    public static TokenBinding Nothing { get; } = new(CertificateThumbprint: null);

    /// <summary><c>Bearer</c>, or <c>DPoP</c> where a proof must come with the token (RFC 9449 §5).</summary>
    public string TokenType => KeyThumbprint is null ? BearerToken.Bearer : BearerToken.DPoP;

    /// <param name="certificate">The certificate of the connection: with one, the token is bound to it.</param>
    /// <param name="proof">The DPoP proof of the request: with one, the token is bound to its key, too.</param>
    public static TokenBinding To(X509Certificate2? certificate, DpopProof? proof) =>
        new(
            certificate is null ? null : MockServer.Certificates.CertificateThumbprint.Of(certificate),
            proof?.KeyThumbprint
        );

    /// <summary>
    /// The binding that a token claims, or null where it has a <c>cnf</c> that nothing here can confirm: to take such a token for
    /// a bearer token would loosen what its issuer tied.
    /// </summary>
    public static TokenBinding? Read(JsonElement payload)
    {
        if (!payload.TryGetProperty("cnf", out var confirmation))
        {
            return Nothing;
        }

        var binding =
            confirmation.ValueKind == JsonValueKind.Object
                ? new TokenBinding(Member(confirmation, CertificateMember), Member(confirmation, KeyMember))
                : null;
        return binding is { CertificateThumbprint: null, KeyThumbprint: null } ? null : binding;
    }

    /// <summary>The members of <c>cnf</c>, none for a bearer token.</summary>
    public IReadOnlyDictionary<string, object> Confirmation
    {
        get
        {
            var members = new Dictionary<string, object>();
            if (CertificateThumbprint is not null)
            {
                members[CertificateMember] = CertificateThumbprint;
            }

            if (KeyThumbprint is not null)
            {
                members[KeyMember] = KeyThumbprint;
            }

            return members;
        }
    }

    // A member that is no string is written out instead: it then confirms nothing, as no thumbprint looks like it.
    private static string? Member(JsonElement confirmation, string name) =>
        !confirmation.TryGetProperty(name, out var value) ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : value.GetRawText();
}
