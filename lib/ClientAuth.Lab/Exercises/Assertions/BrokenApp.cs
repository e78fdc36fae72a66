using System.Text.Json.Nodes;
using ClientAuth.Client;
using ClientAuth.Lab.Testbeds;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.Lab.Exercises.Assertions;

/// <summary>An app whose author got several claims of the client assertion wrong, and of which only the first shows.</summary>
internal static class BrokenApp
{
    /// <summary>The client of <c>data/clients.json</c> in whose name it asks.</summary>
    public const string ClientId = "mobile-app-jwt-asymmetric";

    /// <summary>What its author wrote: the install for the client, an address for the server, milliseconds, and no <c>jti</c>.</summary>
    public static JsonObject Claims(string issuer, string clientId, DateTimeOffset now) =>
        new()
        {
            ["iss"] = clientId,
            ["sub"] = "install-7f3a",
            ["aud"] = $"{issuer}/token",
            ["iat"] = now.ToUnixTimeMilliseconds(),
            ["exp"] = now.AddMinutes(1).ToUnixTimeMilliseconds(),
        };

    /// <summary>What it takes until the server issues a token.</summary>
    public static void Mend(JsonObject claims, string issuer, string clientId)
    {
        var now = (long)claims["iat"]! / 1000;
        claims["sub"] = clientId;
        claims["aud"] = issuer;
        claims["iat"] = now;
        claims["exp"] = now + 60;
        claims["jti"] = $"{Guid.NewGuid()}";
    }

    /// <summary>Asks for a token with the claims as they are after the mend, signed by the registered key.</summary>
    /// <returns>What the server saw, decided and answered.</returns>
    public static async Task<RecordedExchange> SendAsync(
        Testbed lab,
        string clientId,
        Action<JsonObject, string, string> mend,
        CancellationToken cancellationToken
    )
    {
        var issuer = lab.Server.Metadata.Issuer;
        var claims = Claims(issuer, clientId, lab.Clock.GetUtcNow());
        mend(claims, issuer, clientId);
        var client = lab.Client(clientId);
        var signer = AssertionSigner.ForKey(client.PrivateKey!, SignatureAlgorithms.ES256, client.KeyId);
        var assertion = ClientAssertionBuilder.For(clientId, issuer, signer, lab.Clock, jti: "");
        foreach (var name in new[] { "iss", "sub", "aud", "jti", "iat", "exp" })
        {
            assertion = assertion.WithoutClaim(name);
        }

        foreach (var (name, value) in claims)
        {
            assertion = assertion.WithClaim(name, value?.DeepClone());
        }

        await LearnersAssertion.IsAcceptedAsync(lab, assertion.Build().Compact, cancellationToken);
        return lab.LastExchange;
    }
}
