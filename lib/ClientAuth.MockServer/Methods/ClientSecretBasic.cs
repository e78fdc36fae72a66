using System.Diagnostics.CodeAnalysis;
using System.Text;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Reading;
using ClientAuth.MockServer.Registrations;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Methods;

/// <summary><c>client_secret_basic</c> (RFC 6749 §2.3.1).</summary>
/// <param name="secrets">Compare the secret.</param>
/// <param name="orInBody">Whether the secret may come in the body, too.</param>
internal sealed class ClientSecretBasic(SecretChecks secrets, bool orInBody)
    : MethodVerifier(TokenEndpointAuthMethods.ClientSecretBasic, BasicSecret.Reader)
{
    public override bool Expects(PresentedCredential credential) => Secret(credential) is not null;

    public override Task<AuthenticatedClient?> VerifyAsync(
        RegisteredClient client,
        PresentedCredential credential,
        CheckTrace trace,
        CancellationToken cancellationToken
    ) => When(Secret(credential) is { } secret && secrets.Check(client, secret, trace), client);

    private string? Secret(PresentedCredential credential) =>
        credential switch
        {
            BasicSecret basic => basic.Secret,
            BodySecret body when orInBody => body.Secret,
            _ => null,
        };
}

/// <summary>
/// Identifier and secret from the <c>Authorization</c> header: Base64, split at the first colon, then each part form-decoded once
/// (RFC 6749 §2.3.1, Appendix B).
/// </summary>
internal sealed class BasicSecret(string clientId, string secret)
    : PresentedCredential("a secret in the Authorization header")
{
    private const string Expected = "Basic, Base64 of form-encoded id, ':' and form-encoded secret";

    public static CredentialReader Reader { get; } =
        CredentialReader.InHeader("an Authorization header", Read, IncomingRequest.Authorization);

    public override string? ClientId => clientId;

    public override Rule? Proof => Rules.SecretValue;

    public override string? Guessable => Mechanism;

    public string Secret => secret;

    public override ClientMetadata Decoy(string clientId, DecoyKeys keys) =>
        keys.WithSecret(clientId, TokenEndpointAuthMethods.ClientSecretBasic);

    private static BasicSecret? Read(FormRequest request, CheckTrace trace)
    {
        var values = request.Incoming.Http.HeaderValues(IncomingRequest.Authorization).ToList();
        string? seen = null;
        var credential = values is [var value] ? Parse(value, out seen) : null;
        trace.Check(Rules.SecretFormat, credential is not null, Expected, seen ?? $"{values.Count} headers");
        return credential;
    }

    private static BasicSecret? Parse(string header, out string seen)
    {
        var parts = header.Split(' ', 2, StringSplitOptions.TrimEntries);
        if (!parts[0].Equals("Basic", StringComparison.OrdinalIgnoreCase))
        {
            seen = $"the scheme {Quote.Unknown(parts[0])}";
            return null;
        }

        if (parts.Length < 2 || !TryDecodeBase64(parts[1], out var pair))
        {
            seen = $"{parts.ElementAtOrDefault(1)?.Length ?? 0} characters that are no Base64";
            return null;
        }

        if (pair.Split(':', 2) is not [var encodedId, var encodedSecret])
        {
            seen = $"{pair.Length} characters without ':'";
            return null;
        }

        if (
            !FormParameters.TryDecode(encodedId, out var id) || !FormParameters.TryDecode(encodedSecret, out var secret)
        )
        {
            seen = "a part that is not form-encoded";
            return null;
        }

        var isVisible = VisibleCharacters.Only(id) && VisibleCharacters.Only(secret);
        seen = isVisible
            ? $"an id of {id.Length} and a secret of {secret.Length} characters"
            : "a character outside printable ASCII";
        return isVisible ? new BasicSecret(id, secret) : null;
    }

    // Convert.FromBase64String skips white space; encoding again shows whether there was any.
    private static bool TryDecodeBase64(string base64, [NotNullWhen(true)] out string? text)
    {
        var bytes = new byte[base64.Length];
        text = null;
        if (
            !Convert.TryFromBase64String(base64, bytes, out var length)
            || Convert.ToBase64String(bytes, 0, length) != base64
        )
        {
            return false;
        }

        text = Encoding.Latin1.GetString(bytes, 0, length);
        return true;
    }
}
