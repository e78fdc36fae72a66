using System.Formats.Asn1;
using System.Globalization;

namespace ClientAuth.Lab.ClientFiles;

/// <summary>What a PKCS#12 file says of itself before it is opened: its MAC, and how its parts are encrypted (RFC 7292 §4).</summary>
/// <param name="Mac">The algorithm of the MAC; null where the file has none.</param>
/// <param name="Encryption">One scheme for each encrypted part that is visible from outside.</param>
/// <param name="Iterations">All iterations together that opening it takes.</param>
internal sealed record Pkcs12Layout(string? Mac, IReadOnlyList<PbeScheme> Encryption, long Iterations)
{
    private const string Data = "1.2.840.113549.1.7.1";
    private const string EncryptedData = "1.2.840.113549.1.7.6";
    private const string ShroudedKeyBag = "1.2.840.113549.1.12.10.1.2";

    // So small that the sum over all parts of a file fits into a long.
    private const long TooMany = 1_000_000_000_000;

    private static readonly Asn1Tag Explicit = new(TagClass.ContextSpecific, 0);

    /// <exception cref="AsnContentException">It is no PKCS#12 file, or a damaged one.</exception>
    public static Pkcs12Layout Read(ReadOnlyMemory<byte> file)
    {
        var pfx = new AsnReader(file, AsnEncodingRules.BER).ReadSequence();
        pfx.ReadInteger(); // the version
        var safe = pfx.ReadSequence();
        var schemes =
            safe.ReadObjectIdentifier() == Data
                ? Schemes(Octets(safe.ReadSequence(Explicit)).ReadSequence()).ToList()
                : [];
        var (mac, iterations) = pfx.HasData ? ReadMac(pfx.ReadSequence()) : (null, 0);
        return new Pkcs12Layout(mac, schemes, iterations + schemes.Sum(scheme => scheme.Iterations));
    }

    /// <summary>A number that is of no use, since it is negative or too large, is one that no reader would take.</summary>
    internal static long Count(AsnReader values) =>
        values.TryReadInt64(out var count) && count is >= 0 and < TooMany ? count : TooMany;

    private static IEnumerable<PbeScheme> Schemes(AsnReader contents)
    {
        while (contents.HasData)
        {
            var part = contents.ReadSequence();
            var kind = part.ReadObjectIdentifier();
            var found =
                kind == EncryptedData ? [OfEncryptedData(part.ReadSequence(Explicit).ReadSequence())]
                : kind == Data ? OfBags(Octets(part.ReadSequence(Explicit)).ReadSequence())
                : [];
            foreach (var scheme in found)
            {
                yield return scheme;
            }
        }
    }

    private static PbeScheme OfEncryptedData(AsnReader encrypted)
    {
        encrypted.ReadInteger(); // the version
        var content = encrypted.ReadSequence();
        content.ReadObjectIdentifier();
        return PbeScheme.Read(content.ReadSequence());
    }

    private static IEnumerable<PbeScheme> OfBags(AsnReader bags)
    {
        while (bags.HasData)
        {
            var bag = bags.ReadSequence();
            if (bag.ReadObjectIdentifier() == ShroudedKeyBag)
            {
                yield return PbeScheme.Read(bag.ReadSequence(Explicit).ReadSequence().ReadSequence());
            }
        }
    }

    private static (string Mac, long Iterations) ReadMac(AsnReader data)
    {
        var digest = data.ReadSequence();
        var words = digest.ReadSequence().ReadObjectIdentifier() switch
        {
            "1.3.14.3.2.26" => "HMAC with SHA-1",
            "2.16.840.1.101.3.4.2.1" => "HMAC with SHA-256",
            "2.16.840.1.101.3.4.2.2" => "HMAC with SHA-384",
            "2.16.840.1.101.3.4.2.3" => "HMAC with SHA-512",
            "1.2.840.113549.1.5.14" => "PBMAC1",
            var oid => $"algorithm {oid}",
        };
        data.ReadOctetString(); // the salt
        var iterations = data.HasData ? Count(data) : 1;
        return (string.Create(CultureInfo.InvariantCulture, $"{words}, {iterations} iterations"), iterations);
    }

    private static AsnReader Octets(AsnReader from) => new(from.ReadOctetString(), AsnEncodingRules.BER);
}
