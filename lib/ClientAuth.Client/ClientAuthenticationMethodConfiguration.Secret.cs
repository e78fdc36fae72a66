using System.Text;
using ClientAuth.Client.TokenRequests;
using ClientAuth.Protocol;

namespace ClientAuth.Client;

public abstract partial record ClientAuthenticationMethodConfiguration
{
    /// <summary>A secret that client and server share, sent with each request (RFC 6749 §2.3.1).</summary>
    public sealed record Secret(ClientSecret ClientSecret, SecretStyle Style = SecretStyle.Basic)
        : ClientAuthenticationMethodConfiguration
    {
        /// <summary>Takes the secret as text.</summary>
        /// <exception cref="ArgumentException">The secret is empty.</exception>
        public Secret(string clientSecret, SecretStyle style = SecretStyle.Basic)
            : this(new ClientSecret(clientSecret), style) { }

        public override string MethodName =>
            Style is SecretStyle.Basic
                ? TokenEndpointAuthMethods.ClientSecretBasic
                : TokenEndpointAuthMethods.ClientSecretPost;

        internal override void Apply(TokenRequestDraft draft)
        {
            if (Style is SecretStyle.Body)
            {
                draft.Add(TokenParameters.ClientId, draft.ClientId);
                draft.Add(TokenParameters.ClientSecret, ClientSecret.Reveal());
                return;
            }

            // Both parts are form-encoded before Base64, so that a colon inside them does not end the identifier.
            var pair = $"{FormEncoding.Encode(draft.ClientId)}:{FormEncoding.Encode(ClientSecret.Reveal())}";
            draft.Headers.Add(new("Authorization", $"Basic {Convert.ToBase64String(Encoding.ASCII.GetBytes(pair))}"));
        }
    }
}

/// <summary>Where a client secret stands in the request (RFC 6749 §2.3.1).</summary>
public enum SecretStyle
{
    /// <summary>In the <c>Authorization</c> header: <c>client_secret_basic</c>.</summary>
    Basic,

    /// <summary>Among the form parameters: <c>client_secret_post</c>.</summary>
    Body,
}
