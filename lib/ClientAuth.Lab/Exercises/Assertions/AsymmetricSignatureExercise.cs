using System.Security.Cryptography;
using System.Text;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Exercises.Assertions;

/// <summary>Lesson 03: the signature of an <c>ES256</c> assertion (RFC 7515 §5.1, RFC 7518 §3.4).</summary>
internal static class AsymmetricSignatureExercise
{
    /// <summary>From the signing input and the key to the third segment of the JWT.</summary>
    public static Exercise<Func<string, ECDsa, string>> Create(ExerciseContext context)
    {
        var first = "";
        return new(
            context,
            "The ES256 signature",
            isUntouched: answer => SignedExample.By(answer, (_, segment) => segment.Length == 0),
            [
                new(
                    "The result is Base64url without padding.",
                    "A JWS writes '-' and '_' for '+' and '/', and no '=' at the end.",
                    SignedExample.IsBase64Url
                )
                {
                    WrongAnswers =
                    [
                        new("standard Base64", (input, key) => Convert.ToBase64String(SignedExample.Sign(input, key))),
                        new("padding", (input, key) => $"{SignedExample.Solve(input, key)}=="),
                        new("the whole assertion", (input, key) => $"{input}.{SignedExample.Solve(input, key)}")
                        {
                            Hint = SignedExample.IsWhole,
                        },
                    ],
                },
                new(
                    "The signature has 64 bytes: r and s side by side.",
                    "ES256 makes two numbers of 32 bytes each, 64 bytes together. What did your code encode in their place?",
                    SignedExample.HasBothNumbers
                )
                {
                    WrongAnswers =
                    [
                        new("DER", (input, key) => HmacSteps.Encode(SignedExample.InDer(input, key)))
                        {
                            Hint = SignedExample.IsDer,
                        },
                        new("the hash alone", (input, _) => HmacSteps.Encode(HmacSteps.Hash(HmacSteps.Ascii(input)))),
                    ],
                },
                new(
                    "The signature covers the header, too.",
                    "Your signature covers the payload alone, so anybody could exchange the header. Sign the whole signing input (RFC 7515 §5.1).",
                    answer => SignedExample.Is(answer, (key, its) => !SignedExample.CoversPayload(key, its))
                )
                {
                    WrongAnswers =
                    [
                        new("the payload alone", (input, key) => SignedExample.Solve(input.Split('.')[1], key)),
                    ],
                },
                new(
                    "The signing input is hashed once.",
                    "SignData hashes its input, and your code gives it a hash. Give it the bytes of the signing input.",
                    answer => SignedExample.Is(answer, (key, its) => !SignedExample.CoversHash(key, its))
                )
                {
                    WrongAnswers =
                    [
                        new(
                            "a hash of the hash",
                            (input, key) =>
                                HmacSteps.Encode(
                                    key.SignData(HmacSteps.Hash(HmacSteps.Ascii(input)), HashAlgorithmName.SHA256)
                                )
                        ),
                    ],
                },
                new(
                    "The hash is SHA-256.",
                    "Your signature uses another hash. The number in ES256 names the right one.",
                    answer => SignedExample.Is(answer, (key, its) => !SignedExample.CoversByAnotherHash(key, its))
                )
                {
                    WrongAnswers =
                    [
                        new(
                            "SHA-384",
                            (input, key) =>
                                HmacSteps.Encode(key.SignData(HmacSteps.Ascii(input), HashAlgorithmName.SHA384))
                        ),
                    ],
                },
                new(
                    "The public half of the given key verifies the signature.",
                    "Format and length are right. Does your code use the given key, and the ASCII bytes of the signing input? SignHash takes a hash, SignData makes one.",
                    answer => SignedExample.Is(answer, SignedExample.Covers)
                )
                {
                    WrongAnswers =
                    [
                        new("a key of one's own", SignedExample.ByAnotherKey),
                        new("a constant", (_, _) => HmacSteps.Encode(new byte[64])),
                        new(
                            "UTF-16 in place of ASCII",
                            (input, key) =>
                                HmacSteps.Encode(
                                    key.SignData(Encoding.Unicode.GetBytes(input), HashAlgorithmName.SHA256)
                                )
                        ),
                    ],
                },
                new(
                    "The server issues a token for each of three assertions that end in it.",
                    "The code must work for any signing input and any key, not only for those of the rules above.",
                    (answer, cancellationToken) =>
                        LearnersAssertion.AreSignedAsync(
                            TokenEndpointAuthMethods.PrivateKeyJwt,
                            SignatureAlgorithms.ES256,
                            (client, input) => answer(input, (ECDsa)client.PrivateKey!),
                            cancellationToken
                        )
                )
                {
                    WrongAnswers =
                    [
                        new(
                            "the first text for all",
                            (input, key) => SignedExample.Solve(first = first.Length == 0 ? input : first, key)
                        ),
                    ],
                },
            ],
            "that the server verifies your signature with the public key, which cannot make one"
        );
    }
}
