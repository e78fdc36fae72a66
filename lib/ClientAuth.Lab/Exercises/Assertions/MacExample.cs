using System.Buffers.Text;
using System.Text;

namespace ClientAuth.Lab.Exercises.Assertions;

/// <summary>The example of RFC 7515, Appendix A.1, and what the rules of lesson 02 find in an answer to it.</summary>
internal static class MacExample
{
    public const string Header = "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9";
    public const string Signature = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    public const string IsHexadecimal =
        "These are hexadecimal digits, two for each byte. A JWS has Base64url in all its parts.";
    public const string IsWhole = "That is more than the signature. Give what stands behind the second full stop only.";
    public const string IsUtf16 = "The text is signed as UTF-16, two bytes a character. A JWS is signed as ASCII.";
    public const string IsExchanged = "Key and text are exchanged: HMACSHA256.HashData takes the key first.";

    private const string Payload =
        "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";

    // Printed in the appendix, like the three above; it protects nothing.
    private const string EncodedKey =
        "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow";

    private const string Input = $"{Header}.{Payload}";

    private static byte[] Key => Base64Url.DecodeFromChars(EncodedKey);

    public static string SignatureBy(Func<string, byte[], string> answer) => answer(Input, Key);

    public static RuleFinding IsBase64Url(Func<string, byte[], string> answer) =>
        SignatureBy(answer).AsSpan().ContainsAny("+/=")
            ? RuleFinding.Broken("letters, digits, '-' and '_'", SignatureBy(answer))
            : RuleFinding.Kept;

    public static RuleFinding IsAsLongAsTheHash(Func<string, byte[], string> answer) =>
        SignatureBy(answer) is { Length: not 43 } signature
            ? RuleFinding.Broken(
                "43 characters",
                $"{signature.Length} characters: {signature}",
                signature.Contains('.', StringComparison.Ordinal) ? IsWhole
                    : signature.All(char.IsAsciiHexDigit) ? IsHexadecimal
                    : null
            )
            : RuleFinding.Kept;

    public static RuleFinding UsesTheKey(Func<string, byte[], string> answer) =>
        answer(Input, new byte[32]) == SignatureBy(answer)
            ? RuleFinding.Broken("two signatures for two keys", $"the same for both: {SignatureBy(answer)}")
            : RuleFinding.Kept;

    public static RuleFinding CoversBoth(Func<string, byte[], string> answer) =>
        answer($"e30.{Payload}", Key) == SignatureBy(answer) ? Same("header")
        : answer($"{Header}.e30", Key) == SignatureBy(answer) ? Same("payload")
        : RuleFinding.Kept;

    public static RuleFinding IsThatOfTheRfc(Func<string, byte[], string> answer) =>
        SignatureBy(answer) is var signature && signature == Signature
            ? RuleFinding.Kept
            : RuleFinding.Broken(
                Signature,
                signature,
                signature == HmacSteps.Encode(HmacSteps.Hs256(Key, HmacSteps.Ascii(Input))) ? IsExchanged
                    : signature == HmacSteps.Encode(HmacSteps.Hs256(Encoding.Unicode.GetBytes(Input), Key)) ? IsUtf16
                    : null
            );

    /// <summary>What comes of key and text, joined and hashed without HMAC.</summary>
    public static string[] HashesOfJoined() =>
        [
            HmacSteps.Encode(HmacSteps.Hash([.. Key, .. HmacSteps.Ascii(Input)])),
            HmacSteps.Encode(HmacSteps.Hash([.. HmacSteps.Ascii(Input), .. Key])),
        ];

    private static RuleFinding Same(string part) =>
        RuleFinding.Broken($"another signature for another {part}", "the same signature");
}
