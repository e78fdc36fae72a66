using System.Security.Cryptography;
using System.Text;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Options;

namespace ClientAuth.MockServer.Platforms.Apple;

/// <summary>Whether an authenticator speaks for this app: it names it by a hash (WebAuthn §6.1, rpIdHash).</summary>
internal static class AppIdentifierCheck
{
    public static bool Check(AuthenticatorData data, AppleApp app, Rule rule, CheckTrace trace)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(app.AppId));
        return trace.Check(
            rule,
            data.RpIdHash.AsSpan().SequenceEqual(hash),
            $"SHA-256 of {Quote.Text(app.AppId)}, {Quote.Bytes(hash)}",
            Quote.Bytes(data.RpIdHash)
        );
    }
}
