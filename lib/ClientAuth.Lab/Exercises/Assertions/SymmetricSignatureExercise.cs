using System.Text;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Exercises.Assertions;

/// <summary>Lesson 02: the signature of <c>client_secret_jwt</c>, HS256 over header and payload (RFC 7515 §5.1, RFC 7518 §3.2).</summary>
internal static class SymmetricSignatureExercise
{
    /// <summary>From the signing input and the key to the third segment of the JWT.</summary>
    public static Exercise<Func<string, byte[], string>> Create(ExerciseContext context) =>
        new(
            context,
            "The symmetric signature",
            isUntouched: answer => MacExample.SignatureBy(answer).Length == 0,
            [
                new(
                    "The signature is Base64url: no '+', no '/', no padding.",
                    "Standard Base64 has characters that mean something else in a form. Base64Url is in System.Buffers.Text.",
                    MacExample.IsBase64Url
                )
                {
                    WrongAnswers =
                    [
                        new("standard Base64", (input, key) => Convert.ToBase64String(HmacSteps.Hs256(input, key))),
                        new(
                            "standard Base64 without its padding",
                            (input, key) => Convert.ToBase64String(HmacSteps.Hs256(input, key)).TrimEnd('=')
                        ),
                    ],
                },
                new(
                    "The signature is 32 bytes in 43 characters, as long as the hash.",
                    "HS256 means SHA-256, whose result has 32 bytes.",
                    MacExample.IsAsLongAsTheHash
                )
                {
                    WrongAnswers =
                    [
                        new(
                            "SHA-512 in place of SHA-256",
                            (input, key) => HmacSteps.Encode(HmacSteps.Hs512(input, key))
                        ),
                        new("hexadecimal", (input, key) => Convert.ToHexStringLower(HmacSteps.Hs256(input, key)))
                        {
                            Hint = MacExample.IsHexadecimal,
                        },
                        new(
                            "the whole assertion",
                            (input, key) => $"{input}.{HmacSteps.Encode(HmacSteps.Hs256(input, key))}"
                        )
                        {
                            Hint = MacExample.IsWhole,
                        },
                    ],
                },
                new(
                    "Another key gives another signature.",
                    "What anybody can compute without the key proves nothing. Does the code use its second parameter?",
                    MacExample.UsesTheKey
                )
                {
                    WrongAnswers =
                    [
                        new(
                            "a hash without the key",
                            (input, _) => HmacSteps.Encode(HmacSteps.Hash(HmacSteps.Ascii(input)))
                        ),
                        new("a constant", (_, _) => MacExample.Signature),
                    ],
                },
                new(
                    "The signature covers the header as well as the payload.",
                    "A header that is not covered can be exchanged. Sign all that stands before the second full stop.",
                    MacExample.CoversBoth
                )
                {
                    WrongAnswers =
                    [
                        new(
                            "the payload only",
                            (input, key) => HmacSteps.Encode(HmacSteps.Hs256(input.Split('.')[1], key))
                        ),
                        new(
                            "the header only",
                            (input, key) => HmacSteps.Encode(HmacSteps.Hs256(input.Split('.')[0], key))
                        ),
                    ],
                },
                new(
                    "The signature is an HMAC, not a hash of key and text joined together.",
                    "A plain SHA-256 of key and text is weaker: when the key comes first, an attacker can append to the text without the key.",
                    answer => !MacExample.HashesOfJoined().Contains(MacExample.SignatureBy(answer))
                )
                {
                    MoreHints = [".NET has a class for it: its name is HMAC and that of the hash."],
                    WrongAnswers =
                    [
                        new(
                            "a hash over key and text",
                            (input, key) => HmacSteps.Encode(HmacSteps.Hash([.. key, .. HmacSteps.Ascii(input)]))
                        ),
                        new(
                            "a hash over text and key",
                            (input, key) => HmacSteps.Encode(HmacSteps.Hash([.. HmacSteps.Ascii(input), .. key]))
                        ),
                    ],
                },
                new(
                    "The signature is that of RFC 7515, Appendix A.1.",
                    "The bytes to sign are the ASCII characters of the signing input, and the key is used as it comes.",
                    MacExample.IsThatOfTheRfc
                )
                {
                    WrongAnswers =
                    [
                        new(
                            "UTF-16 in place of ASCII",
                            (input, key) => HmacSteps.Encode(HmacSteps.Hs256(Encoding.Unicode.GetBytes(input), key))
                        )
                        {
                            Hint = MacExample.IsUtf16,
                        },
                        new(
                            "key and text exchanged",
                            (input, key) => HmacSteps.Encode(HmacSteps.Hs256(key, HmacSteps.Ascii(input)))
                        )
                        {
                            Hint = MacExample.IsExchanged,
                        },
                        new(
                            "the key cut to 32 bytes",
                            (input, key) => HmacSteps.Encode(HmacSteps.Hs256(input, key[..32]))
                        ),
                    ],
                },
                new(
                    "The server issues a token for each of three assertions that it completes.",
                    "The signature of the RFC's example is right, that of another assertion is not. Does the code use both of its parameters?",
                    (answer, cancellationToken) =>
                        LearnersAssertion.AreSignedAsync(
                            TokenEndpointAuthMethods.ClientSecretJwt,
                            SignatureAlgorithms.HS256,
                            (client, input) => answer(input, client.Secret!.RevealBytes()),
                            cancellationToken
                        )
                )
                {
                    WrongAnswers =
                    [
                        new(
                            "right for the example only",
                            (input, key) =>
                                input.StartsWith(MacExample.Header, StringComparison.Ordinal)
                                    ? HmacSteps.Encode(HmacSteps.Hs256(input, key))
                                    : HmacSteps.Encode(HmacSteps.Hash(HmacSteps.Ascii(input)))
                        ),
                    ],
                },
            ],
            "that only someone who knows the key can make the signature"
        );
}
