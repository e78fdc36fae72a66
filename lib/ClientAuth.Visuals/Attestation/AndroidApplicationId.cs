using System.Formats.Asn1;
using System.Text;

namespace ClientAuth.Visuals.Attestation;

/// <summary>Which app made the key, as the operating system knows it: <c>AttestationApplicationId</c> of Android's key attestation.</summary>
public sealed record AndroidApplicationId
{
    /// <summary>Names and versions; several where packages share one user identifier.</summary>
    public required IReadOnlyList<(string Name, long Version)> Packages { get; init; }

    /// <summary>SHA-256 of the certificates that signed the app, each in Base64.</summary>
    public required IReadOnlyList<string> SignatureDigests { get; init; }

    internal static AndroidApplicationId Read(ReadOnlyMemory<byte> encoded)
    {
        // The field is an octet string, and what is in it is DER once more.
        var inner = new AsnReader(encoded, AsnEncodingRules.DER).ReadOctetString();
        var members = new AsnReader(inner, AsnEncodingRules.DER).ReadSequence();
        return new AndroidApplicationId { Packages = ReadPackages(members), SignatureDigests = ReadDigests(members) };
    }

    private static List<(string Name, long Version)> ReadPackages(AsnReader members)
    {
        var set = members.ReadSetOf(skipSortOrderValidation: true);
        var packages = new List<(string Name, long Version)>();
        while (set.HasData)
        {
            var package = set.ReadSequence();
            packages.Add((Encoding.UTF8.GetString(package.ReadOctetString()), (long)package.ReadInteger()));
        }

        return packages;
    }

    private static List<string> ReadDigests(AsnReader members)
    {
        var set = members.ReadSetOf(skipSortOrderValidation: true);
        var digests = new List<string>();
        while (set.HasData)
        {
            digests.Add(Convert.ToBase64String(set.ReadOctetString()));
        }

        return digests;
    }
}
