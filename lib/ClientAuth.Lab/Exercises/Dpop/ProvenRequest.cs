using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace ClientAuth.Lab.Exercises.Dpop;

/// <summary>A request that needs a DPoP proof, in the exercise of lesson 05.</summary>
/// <param name="Method">Of the request.</param>
/// <param name="Address">Of the request, with query and fragment.</param>
/// <param name="Token">The access token that it carries; empty where it carries none.</param>
internal sealed record ProvenRequest(string Method, string Address, string Token)
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz";
    private const string Characters = $"{Letters}0123456789-_";
    private const int OfEachMethod = 10;
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
                claims["ath"] = HashOf(Token);
            }

            return claims;
        }
    }

    /// <summary>What <c>ath</c> holds for a token (RFC 9449 §4.2).</summary>
    public static string HashOf(string token) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(token)));

    /// <summary>Requests that nobody has written down, of every method, with a token and without.</summary>
    public static IEnumerable<ProvenRequest> Random() =>
        from method in Methods
        from number in Enumerable.Range(0, OfEachMethod)
        select new ProvenRequest(
            method,
            $"https://{Host()}.example:{RandomNumberGenerator.GetInt32(1024, 65536)}/{Word()}/{Word()}{Maybe($"?{Word()}={Word()}")}{Maybe($"#{Word()}")}",
            number == 0 ? "" : $"{Word()}.{Word()}.{Word()}"
        );

    /// <summary>For a learner to see which one failed.</summary>
    public override string ToString() =>
        $"{Method} {Address}, {(Token.Length > 0 ? $"token {Token}" : "without a token")}";

    private static string Maybe(string text) => RandomNumberGenerator.GetInt32(2) == 0 ? "" : text;

    // No hyphen or underscore in front: System.Uri, by which an answer may read an address, takes that for no host.
    private static string Host() => RandomNumberGenerator.GetString(Letters, RandomNumberGenerator.GetInt32(3, 20));

    private static string Word() => RandomNumberGenerator.GetString(Characters, RandomNumberGenerator.GetInt32(3, 20));
}
