using System.Buffers.Text;
using System.Security.Cryptography;

namespace ClientAuth.Lab.Exercises.Dpop;

/// <summary>What the rules of lesson 05's exercise find in the claims of a proof, and the mistakes that they know.</summary>
internal static partial class DpopClaimsExercise
{
    private const string ClaimTooMany =
        "The check adds jti, iat and nonce itself. Return htm, htu and ath, and nothing else.";

    private const string ClaimInCapitals = "The names of claims are case-sensitive: htm, htu and ath, in lower case.";

    private const string AddressAsMethod = "This is the address, so the arguments are swapped: method, address, token.";

    private static RuleFinding FindClaimNames(Dictionary<string, string> said)
    {
        var strangers = said.Keys.Where(name => !SaidOfRequests.Contains(name)).ToList();
        return strangers is [] && SaidOfRequests.All(said.ContainsKey)
            ? RuleFinding.Kept
            : RuleFinding.Broken(
                "htm, htu, ath",
                string.Join(", ", said.Keys),
                strangers is [] ? null
                    : strangers.All(name => SaidOfRequests.Contains(name.ToLowerInvariant())) ? ClaimInCapitals
                    : ClaimTooMany
            );
    }

    private static RuleFinding FindProofClaim(
        Func<string, string, string, Dictionary<string, string>> answer,
        string claim,
        string? expected = null
    ) =>
        Proven.FirstOrDefault(request => !IsRight(answer, request, claim)) is { } wrong
            ? RuleFinding.Broken(
                expected ?? wrong.Claims[claim],
                $"{Said(answer, wrong).GetValueOrDefault(claim, "nothing")}, for {wrong}",
                claim == "htm" && Said(answer, wrong)[claim] == wrong.Address ? AddressAsMethod : null
            )
            : RuleFinding.Kept;

    private static RuleFinding FindForAnyRequest(Func<string, string, string, Dictionary<string, string>> answer) =>
        ProvenRequest.Random().FirstOrDefault(request => !IsRight(answer, request)) is { } wrong
            ? RuleFinding.Broken($"{ShownClaims(wrong.Claims)}, for {wrong}", ShownClaims(Said(answer, wrong)))
            : RuleFinding.Kept;

    private static string ShownClaims(Dictionary<string, string> claims) =>
        string.Join(", ", claims.Select(claim => $"{claim.Key}={claim.Value}"));

    private static bool IsRight(
        Func<string, string, string, Dictionary<string, string>> answer,
        ProvenRequest request,
        string claim
    ) => Said(answer, request).GetValueOrDefault(claim) == request.Claims[claim];

    private static bool IsRight(Func<string, string, string, Dictionary<string, string>> answer, ProvenRequest request)
    {
        var said = Said(answer, request);
        return said.Count == request.Claims.Count
            && request.Claims.All(claim => said.GetValueOrDefault(claim.Key) == claim.Value);
    }

    private static bool HasQueryOrFragment(string htu) => htu.AsSpan().ContainsAny("?#");

    private static bool IsHash(string text) =>
        text.Length == Base64Url.GetEncodedLength(SHA256.HashSizeInBytes)
        && text.All(one => char.IsAsciiLetterOrDigit(one) || one is '-' or '_');

    // Right but for one thing.
    private static WrongAnswer<Func<string, string, string, Dictionary<string, string>>> WrongClaims(
        string mistake,
        Action<Dictionary<string, string>, ProvenRequest> spoil,
        string? hint = null
    ) =>
        new(
            mistake,
            (method, address, token) =>
            {
                var request = new ProvenRequest(method, address, token);
                var claims = request.Claims;
                spoil(claims, request);
                return claims;
            }
        )
        {
            Hint = hint,
        };

    private static WrongAnswer<Func<string, string, string, Dictionary<string, string>>> WrongHash(
        string mistake,
        Func<string, string> hash
    ) =>
        WrongClaims(
            mistake,
            (claims, request) =>
            {
                if (request.Token.Length > 0)
                {
                    claims["ath"] = hash(request.Token);
                }
            }
        );
}
