using System.Collections.Frozen;
using System.Formats.Asn1;
using System.Numerics;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Attestation;

/// <summary>The entries of an authorization list in words; the two that hold several values are shown by their own members.</summary>
internal static class AndroidAuthorization
{
    private static readonly FrozenDictionary<int, (string Name, string Meaning, Func<AsnReader, string> Show)> Known =
        new Dictionary<int, (string Name, string Meaning, Func<AsnReader, string> Show)>
        {
            [1] = ("purpose", "what the key may do", set => Set(set, Purpose)),
            [2] = ("algorithm", "of the key", number => Algorithm(number.ReadInteger())),
            [3] = ("keySize", "in bits", Number),
            [5] = ("digest", "with which hashes", set => Set(set, Digest)),
            [10] = ("ecCurve", "of the key", number => number.ReadInteger() == 1 ? "P-256" : "another"),
            [503] = ("noAuthRequired", "the key works without the owner's fingerprint or code", _ => "set"),
            [701] = ("creationDateTime", "when the key was made, by the device's clock", Time),
            [702] = ("origin", "whether the key was generated or imported", number => Origin(number.ReadInteger())),
            [705] = ("osVersion", "of Android, as six digits", Number),
            [706] = ("osPatchLevel", "year and month of the last security update", Number),
            [718] = ("vendorPatchLevel", "the same for the manufacturer's part", Number),
            [719] = ("bootPatchLevel", "the same for the boot image", Number),
        }.ToFrozenDictionary();

    /// <summary>An entry as name, value and meaning; one that is not known keeps its tag and its bytes.</summary>
    public static (string Name, string Value, string Meaning) Describe(int tag, ReadOnlyMemory<byte> encoded) =>
        Known.TryGetValue(tag, out var known)
            ? (
                $"{known.Name} [{Numbers.Show(tag)}]",
                known.Show(new AsnReader(encoded, AsnEncodingRules.DER)),
                known.Meaning
            )
            : ($"[{Numbers.Show(tag)}]", Convert.ToHexString(encoded.Span), "not explained here");

    private static string Number(AsnReader value) => $"{value.ReadInteger()}";

    private static string Time(AsnReader value) =>
        value.TryReadInt64(out var milliseconds) && milliseconds is >= 0 and < 253402300800000 // the year 10000
            ? Numbers.Utc(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds))
            : "no time that can be shown";

    private static string Set(AsnReader value, Func<BigInteger, string> name)
    {
        var set = value.ReadSetOf(skipSortOrderValidation: true);
        var names = new List<string>();
        while (set.HasData)
        {
            names.Add(name(set.ReadInteger()));
        }

        return string.Join(", ", names);
    }

    private static string Purpose(BigInteger number) => Word(number, "encrypt", "decrypt", "sign", "verify");

    private static string Algorithm(BigInteger number) => Word(number, "another", "RSA", "another", "EC");

    private static string Digest(BigInteger number) =>
        Word(number, "none", "MD5", "SHA-1", "SHA-224", "SHA-256", "SHA-384", "SHA-512");

    private static string Origin(BigInteger number) => Word(number, "generated", "derived", "imported");

    private static string Word(BigInteger number, params ReadOnlySpan<string> words) =>
        number >= 0 && number < words.Length ? words[(int)number] : $"number {number}";
}
