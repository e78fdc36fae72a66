using System.Buffers.Text;
using System.Security.Cryptography;

namespace ClientAuth.Lab.Exercises;

/// <summary>Lesson 05: what a DPoP proof says of the request that it is for (RFC 9449 §4.2).</summary>
public sealed partial class LessonExercises
{
    private const int RandomRequests = 50;

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

    public Exercise<Func<string, string, string, Dictionary<string, string>>> DpopClaims =>
        new(
            this,
            "What a proof says of its request",
            isUntouched: answer => Said(answer, Listing).Count == 0,
            [
                new(
                    "The claims are htm, htu and ath, and no others.",
                    "Claims that are no matter of the request, such as jti, iat and nonce, are added for you. Names are case-sensitive.",
                    answer =>
                        Said(answer, Listing).Keys.All(SaidOfRequests.Contains)
                        && SaidOfRequests.All(Said(answer, Listing).ContainsKey)
                ),
                new(
                    "htm is the method of the request.",
                    "It must be right for a DELETE, too, so use the parameter. Methods are case-sensitive (RFC 9110 §9.1).",
                    answer => Proven.All(request => IsRight(answer, request, "htm"))
                ),
                new(
                    "htu is without query and fragment.",
                    "An address may have either or both: what begins with '?', and what begins with '#'. Both stay out (RFC 9449 §4.2).",
                    answer => Proven.All(request => !Said(answer, request)["htu"].AsSpan().ContainsAny("?#"))
                ),
                new(
                    "htu is the rest of the address, unchanged.",
                    "Scheme, host, port and path all belong to it. Compare yours for an address with a port of its own.",
                    answer => Proven.All(request => IsRight(answer, request, "htu"))
                ),
                new(
                    "A request without an access token has a proof without ath.",
                    "At the token endpoint there is no token yet, and the third parameter is empty. Is the claim there all the same?",
                    answer => !Said(answer, TokenRequest).ContainsKey("ath")
                ),
                new(
                    "ath is Base64url, without padding, of 32 bytes.",
                    "SHA-256 gives 32 bytes. They are 43 characters of Base64url, 44 of Base64, and 64 hexadecimal digits.",
                    answer => Proven.All(request => IsHash(Said(answer, request)["ath"]))
                ),
                new(
                    "ath covers the whole token, as it is sent.",
                    "Hash the ASCII characters of the token: no part of it alone, and nothing that you have decoded first.",
                    answer => Proven.All(request => IsRight(answer, request, "ath"))
                ),
                new(
                    "It holds for any request.",
                    "It holds for the requests of the rules above, and not for all of those that were made up just now. Does it use its three parameters, and nothing else?",
                    answer => Enumerable.Range(0, RandomRequests).All(_ => IsRight(answer, ProvenRequest.Any()))
                ),
                new(
                    "An API answers requests whose proofs say this.",
                    "The proof must be for the request that arrives, and for the token in it.",
                    LearnersProof.AreAcceptedAsync
                ),
            ],
            "that a proof is worth something for one method, one address and one token"
        );

    private static Dictionary<string, string> Said(
        Func<string, string, string, Dictionary<string, string>> answer,
        ProvenRequest request
    ) => answer(request.Method, request.Address, request.Token);

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

    private static bool IsHash(string text) =>
        text.Length == Base64Url.GetEncodedLength(SHA256.HashSizeInBytes) && IsBase64Url(text);
}
