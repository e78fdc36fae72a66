using System.Formats.Asn1;
using System.Text;

namespace ClientAuth.MockServer.Platforms.Android;

/// <summary>Which app asked for a key, as the operating system knows it (Android, AttestationApplicationId).</summary>
/// <param name="Packages">More than one where apps share a user of the system.</param>
/// <param name="SignatureDigests">Base64 SHA-256 of the certificates that they are signed with.</param>
internal sealed record AppIdentity(IReadOnlyList<string> Packages, IReadOnlyList<string> SignatureDigests)
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <exception cref="AsnContentException">These bytes are none.</exception>
    public static AppIdentity Read(byte[] der)
    {
        var whole = new AsnReader(der, AsnEncodingRules.DER);
        var sequence = whole.ReadSequence();
        whole.ThrowIfNotEmpty();
        var packages = ReadAll(sequence, ReadPackage);
        var digests = ReadAll(sequence, set => Convert.ToBase64String(set.ReadOctetString()));
        sequence.ThrowIfNotEmpty();
        return new AppIdentity(packages, digests);
    }

    // Devices do not always keep DER's order of a set.
    private static List<string> ReadAll(AsnReader sequence, Func<AsnReader, string> readOne)
    {
        var set = sequence.ReadSetOf(skipSortOrderValidation: true);
        var all = new List<string>();
        while (set.HasData)
        {
            all.Add(readOne(set));
        }

        return all;
    }

    private static string ReadPackage(AsnReader set)
    {
        var package = set.ReadSequence();
        var name = package.ReadOctetString();
        package.ReadInteger(); // the version of the app
        package.ThrowIfNotEmpty();
        try
        {
            return StrictUtf8.GetString(name);
        }
        catch (DecoderFallbackException e)
        {
            throw new AsnContentException("A package name is not UTF-8.", e);
        }
    }
}
