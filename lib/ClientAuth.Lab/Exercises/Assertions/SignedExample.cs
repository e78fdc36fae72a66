using System.Buffers.Text;
using System.Security.Cryptography;

namespace ClientAuth.Lab.Exercises.Assertions;

/// <summary>A signing input of lesson 03 and keys that are new each time, and what an answer makes of them.</summary>
internal static class SignedExample
{
    public const string IsWhole = "That is more than the signature. Give the third segment only.";

    public const string IsDer =
        "Some 70 bytes that begin with 0x30 are DER. Which format does a JWS want (RFC 7518 §3.4)?";

    private const string Payload = "eyJpc3MiOiJzaWduaW5nLWFwcCJ9";
    private const string Input = $"eyJhbGciOiJFUzI1NiJ9.{Payload}";

    public static T By<T>(Func<string, ECDsa, string> answer, Func<ECDsa, string, T> find)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return find(key, answer(Input, key));
    }

    /// <summary>Whether something holds for the key and the bytes of its signature.</summary>
    public static bool Is(Func<string, ECDsa, string> answer, Func<ECDsa, byte[], bool> holds) =>
        By(answer, (key, segment) => holds(key, Base64Url.DecodeFromChars(segment)));

    public static RuleFinding IsBase64Url(Func<string, ECDsa, string> answer) =>
        By(
            answer,
            (_, segment) =>
                IsSegment(segment)
                    ? RuleFinding.Kept
                    : RuleFinding.Broken(
                        "letters, digits, '-' and '_'",
                        segment,
                        segment.Contains('.', StringComparison.Ordinal) ? IsWhole : null
                    )
        );

    public static RuleFinding HasBothNumbers(Func<string, ECDsa, string> answer) =>
        By(
            answer,
            (_, segment) =>
                Base64Url.DecodeFromChars(segment) is var its && its.Length == 64
                    ? RuleFinding.Kept
                    : RuleFinding.Broken(
                        "64 bytes",
                        its is [] ? "none" : $"{its.Length} bytes, the first 0x{its[0]:x2}",
                        its is [0x30, _, 0x02, ..] ? IsDer : null
                    )
        );

    public static bool Covers(ECDsa key, byte[] its) =>
        Covers(key, HmacSteps.Ascii(Input), its, HashAlgorithmName.SHA256);

    public static bool CoversPayload(ECDsa key, byte[] its) =>
        Covers(key, HmacSteps.Ascii(Payload), its, HashAlgorithmName.SHA256);

    public static bool CoversHash(ECDsa key, byte[] its) =>
        Covers(key, HmacSteps.Hash(HmacSteps.Ascii(Input)), its, HashAlgorithmName.SHA256);

    public static bool CoversByAnotherHash(ECDsa key, byte[] its) =>
        Covers(key, HmacSteps.Ascii(Input), its, HashAlgorithmName.SHA384)
        || Covers(key, HmacSteps.Ascii(Input), its, HashAlgorithmName.SHA512);

    public static byte[] Sign(string input, ECDsa key) =>
        key.SignData(HmacSteps.Ascii(input), HashAlgorithmName.SHA256);

    public static string Solve(string input, ECDsa key) => HmacSteps.Encode(Sign(input, key));

    public static byte[] InDer(string input, ECDsa key) =>
        key.SignData(HmacSteps.Ascii(input), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);

    public static string ByAnotherKey(string input, ECDsa key)
    {
        using var other = ECDsa.Create(key.ExportParameters(includePrivateParameters: false).Curve);
        return Solve(input, other);
    }

    private static bool Covers(ECDsa key, byte[] text, byte[] its, HashAlgorithmName hash) =>
        key.VerifyData(text, its, hash);

    // The decoder takes padding and white space as well; a JWS has neither.
    public static bool IsSegment(string segment) =>
        Base64Url.IsValid(segment) && segment.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
