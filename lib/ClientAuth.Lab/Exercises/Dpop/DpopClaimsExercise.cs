using System.Security.Cryptography;
using System.Text;

namespace ClientAuth.Lab.Exercises.Dpop;

/// <summary>Lesson 05: what a DPoP proof says of the request that it is for (RFC 9449 §4.2).</summary>
internal static partial class DpopClaimsExercise
{
    private static readonly string[] SaidOfRequests = ["htm", "htu", "ath"];

    private static readonly ProvenRequest Listing = new(
        "GET",
        "https://api.example:8443/v2/accounts/7?from=2026-01-01#page-2",
        "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJtb2JpbGUtYXBwIn0.c2lnbmF0dXJl"
    );

    private static readonly ProvenRequest[] Proven =
    [
        Listing,
        new("DELETE", "https://api.example/v2/payments/12?reason=why#", "opaque-Token~+/="),
        new("PATCH", "https://api.example:9443/a/b/c#d?e", "mF_9.B5f-4.1JqM"),
    ];

    private static readonly ProvenRequest TokenRequest = new("POST", "https://login.example/oauth/token?tenant=1", "");

    /// <summary>From method, address and access token, which may be empty, to the claims that a proof makes of them.</summary>
    public static Exercise<Func<string, string, string, Dictionary<string, string>>> Create(ExerciseContext context) =>
        new(
            context,
            "What a proof says of its request",
            isUntouched: answer => Said(answer, Listing).Count == 0,
            [
                new(
                    "The claims are htm, htu and ath, and no others.",
                    "One of the three is missing for a request with a token.",
                    answer => FindClaimNames(Said(answer, Listing))
                )
                {
                    WrongAnswers =
                    [
                        WrongClaims("ath is forgotten", (claims, _) => claims.Remove("ath")),
                        WrongClaims("jti as well", (claims, _) => claims["jti"] = "1", ClaimTooMany),
                        WrongClaims(
                            "HTM in capitals",
                            (claims, request) =>
                            {
                                claims.Remove("htm");
                                claims["HTM"] = request.Method;
                            },
                            ClaimInCapitals
                        ),
                    ],
                },
                new(
                    "htm is the method of the request.",
                    "htm must be right for a DELETE, too, so use the parameter. Methods are case-sensitive (RFC 9110 §9.1).",
                    answer => FindProofClaim(answer, "htm")
                )
                {
                    WrongAnswers =
                    [
                        WrongClaims("a constant", (claims, _) => claims["htm"] = "GET"),
                        WrongClaims("lower case", (claims, it) => claims["htm"] = it.Method.ToLowerInvariant()),
                        WrongClaims(
                            "method and address swapped",
                            (claims, it) => claims["htm"] = it.Address,
                            AddressAsMethod
                        ),
                    ],
                },
                new(
                    "htu is without query and fragment.",
                    "The query begins with '?', the fragment with '#'. An address may have either or both, and both stay out of htu (RFC 9449 §4.2).",
                    answer =>
                        Proven.Select(request => Said(answer, request)["htu"]).FirstOrDefault(HasQueryOrFragment)
                            is { } htu
                            ? RuleFinding.Broken("an address without '?' and '#'", htu)
                            : RuleFinding.Kept
                )
                {
                    WrongAnswers =
                    [
                        WrongClaims("the address as it is", (claims, it) => claims["htu"] = it.Address),
                        WrongClaims("the query alone is cut", (claims, it) => claims["htu"] = it.Address.Split('?')[0]),
                    ],
                },
                new(
                    "htu is the rest of the address, unchanged.",
                    "Scheme, host, port and path all belong to htu. Compare your htu with an address that names a port.",
                    answer => FindProofClaim(answer, "htu")
                )
                {
                    WrongAnswers =
                    [
                        WrongClaims(
                            "without the port",
                            (claims, it) =>
                                claims["htu"] = $"https://{new Uri(it.Address).Host}{new Uri(it.Address).AbsolutePath}"
                        ),
                        WrongClaims("the path alone", (claims, it) => claims["htu"] = new Uri(it.Address).AbsolutePath),
                    ],
                },
                new(
                    "A request without an access token has a proof without ath.",
                    "At the token endpoint there is no token yet, and the third parameter is empty. Does your code add ath all the same?",
                    answer =>
                        Said(answer, TokenRequest).TryGetValue("ath", out var ath)
                            ? RuleFinding.Broken("no ath", $"ath \"{ath}\"")
                            : RuleFinding.Kept
                )
                {
                    WrongAnswers =
                    [
                        WrongClaims(
                            "the hash of nothing",
                            (claims, it) => claims["ath"] = ProvenRequest.HashOf(it.Token)
                        ),
                        WrongClaims("ath, and empty", (claims, _) => claims.TryAdd("ath", "")),
                    ],
                },
                new(
                    "ath is Base64url, without padding, of 32 bytes.",
                    "SHA-256 gives 32 bytes. They are 43 characters of Base64url, 44 of Base64, and 64 hexadecimal digits.",
                    answer =>
                        Proven.Select(request => Said(answer, request)["ath"]).FirstOrDefault(ath => !IsHash(ath))
                            is { } other
                            ? RuleFinding.Broken("43 characters of Base64url", $"{other.Length} characters: {other}")
                            : RuleFinding.Kept
                )
                {
                    WrongAnswers =
                    [
                        WrongHash(
                            "standard Base64",
                            it => Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(it)))
                        ),
                        WrongHash(
                            "hexadecimal",
                            it => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(it)))
                        ),
                        WrongHash("the token itself", it => it),
                    ],
                },
                new(
                    "ath covers the whole token, as it is sent.",
                    "Hash the ASCII characters of the token: no part of it alone, and nothing that you have decoded first.",
                    answer => FindProofClaim(answer, "ath", "the hash of the whole token")
                )
                {
                    WrongAnswers =
                    [
                        WrongHash("a part of the token", it => ProvenRequest.HashOf(it.Split('.')[0])),
                        WrongHash("the header with its scheme", it => ProvenRequest.HashOf($"DPoP {it}")),
                    ],
                },
                new(
                    "A real API accepts requests with proofs of these claims.",
                    "The proof must be for the request that arrives, and for the token in it.",
                    LearnersProof.AreAcceptedAsync
                )
                {
                    WrongAnswers =
                    [
                        WrongClaims(
                            "the known addresses alone",
                            (claims, it) =>
                                claims["htu"] = it.Address.Contains(".example") ? claims["htu"] : "https://api.example"
                        ),
                    ],
                },
                new(
                    "The claims are right for any request.",
                    "The requests of the rules above are right, and one that was made up just now is not. Does the answer use its three parameters, and nothing else?",
                    answer => FindForAnyRequest(answer)
                )
                {
                    WrongAnswers =
                    [
                        WrongClaims(
                            "the known methods alone",
                            (claims, it) => claims["htm"] = it.Method == "PUT" ? "POST" : it.Method
                        ),
                    ],
                },
            ],
            "that a proof is good for one method, one address and one token only"
        );

    private static Dictionary<string, string> Said(
        Func<string, string, string, Dictionary<string, string>> answer,
        ProvenRequest request
    ) => answer(request.Method, request.Address, request.Token);
}
