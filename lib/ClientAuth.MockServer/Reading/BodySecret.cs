using ClientAuth.MockServer.Checks;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Reading;

/// <summary>Reads <c>client_secret_post</c> (RFC 6749 §2.3.1).</summary>
internal static class BodySecret
{
    public static Attempt? Read(FormRequest request)
    {
        if (request.Form[TokenParameters.ClientSecret] is not { } secret)
        {
            return null;
        }

        var credential = new PresentedCredential.BodySecret(secret);
        const string expected = "printable ASCII";
        return VisibleCharacters.Only(secret)
            ? Attempt.Read(
                credential,
                new CheckResult(Rules.SecretFormat, true, expected, $"{secret.Length} characters")
            )
            : Attempt.Unreadable(
                credential.Mechanism,
                new CheckResult(Rules.SecretFormat, false, expected, "a character outside printable ASCII")
            );
    }
}
