using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace ClientAuth.Lab.Exercises;

/// <summary>A request that needs a DPoP proof, in the exercise of lesson 05.</summary>
/// <param name="Method">Of the request.</param>
/// <param name="Address">Of the request, with query and fragment.</param>
/// <param name="Token">The access token that it carries; empty where it carries none.</param>
internal sealed record ProvenRequest(string Method, string Address, string Token)
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz0123456789-_";
    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];

    /// <summary>What a proof for it says of it (RFC 9449 §4.2).</summary>
    public Dictionary<string, string> Claims
    {
        get
        {
            var claims = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["htm"] = Method,
                ["htu"] = Address.Split('?', '#')[0],
            };
            if (Token.Length > 0)
            {
                claims["ath"] = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Token)));
            }

            return claims;
        }
    }

    /// <summary>A request that nobody has written down, with a token or without.</summary>
    public static ProvenRequest Any() =>
        new(
            RandomNumberGenerator.GetItems<string>(Methods, 1)[0],
            $"https://{Word()}.example:{RandomNumberGenerator.GetInt32(1024, 65536)}/{Word()}/{Word()}?{Word()}={Word()}#{Word()}",
            RandomNumberGenerator.GetInt32(4) == 0 ? "" : $"{Word()}.{Word()}.{Word()}"
        );

    private static string Word() => RandomNumberGenerator.GetString(Letters, RandomNumberGenerator.GetInt32(3, 20));
}
