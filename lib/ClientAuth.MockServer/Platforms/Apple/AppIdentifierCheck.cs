using System.Security.Cryptography;
using System.Text;
using ClientAuth.MockServer.Checks;

namespace ClientAuth.MockServer.Platforms.Apple;

/// <summary>Whether an authenticator speaks for this app: it names it by a hash (WebAuthn §6.1, rpIdHash).</summary>
internal static class AppIdentifierCheck
{
    public static bool Check(AuthenticatorData data, AppleApp app, Rule rule, Trail trail)
    {
        var isApp = data.RpIdHash.AsSpan().SequenceEqual(SHA256.HashData(Encoding.UTF8.GetBytes(app.AppId)));
        return trail.Check(
            rule,
            isApp,
            $"SHA-256 of {Quote.Text(app.AppId)}",
            isApp ? "that hash" : "the hash of something else"
        );
    }
}
