using System.Text;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Soak.Load;

/// <summary>The forms of token requests, by what proves the client.</summary>
internal static class TokenForm
{
    public const string Path = "/token";

    public static Dictionary<string, string> Plain() =>
        new() { [TokenParameters.GrantType] = GrantTypes.ClientCredentials };

    public static Dictionary<string, string> Naming(string clientId) =>
        new(Plain()) { [TokenParameters.ClientId] = clientId };

    public static Dictionary<string, string> Asserting(string assertion) =>
        new(Plain())
        {
            [TokenParameters.ClientAssertionType] = ClientAssertionTypes.JwtBearer,
            [TokenParameters.ClientAssertion] = assertion,
        };

    public static (string Name, string Value) Basic(string clientId, string secret) =>
        ("Authorization", "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{clientId}:{secret}")));
}
