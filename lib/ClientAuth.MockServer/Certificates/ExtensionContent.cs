using System.Formats.Asn1;
using ClientAuth.MockServer.Certificates.Der;
using ClientAuth.MockServer.Certificates.Names;

namespace ClientAuth.MockServer.Certificates;

/// <summary>
/// Reads the extensions of one certificate in DER, as RFC 5280 §4.2.1 has them. The BCL reads the same ones in any basic encoding, and
/// past what they hold.
/// </summary>
internal sealed class ExtensionContent
{
    private const string SubjectKeyIdentifier = "2.5.29.14";
    private const string KeyUsage = "2.5.29.15";
    private const string IssuerAlternativeNames = "2.5.29.18";
    private const string BasicConstraints = "2.5.29.19";
    private const string DistributionPoints = "2.5.29.31";
    private const string CertificatePolicies = "2.5.29.32";
    private const string PolicyMappings = "2.5.29.33";
    private const string AuthorityKeyIdentifier = "2.5.29.35";
    private const string ExtendedKeyUsage = "2.5.29.37";

    // The number of its bit (RFC 5280 §4.2.1.3).
    private const int KeyCertSign = 5;

    private bool _isAuthority;
    private bool _hasPathLength;
    private bool _hasNameConstraints;
    private bool _maySign;

    /// <summary>What only an authority's certificate may have and this one has, or null (RFC 5280 §4.2.1.9, §4.2.1.10).</summary>
    public string? Misplaced =>
        _isAuthority ? null
        : _maySign ? "keyCertSign without cA"
        : _hasPathLength ? "a path length without cA"
        : _hasNameConstraints ? "name constraints without cA"
        : null;

    /// <summary>False where the extension is unknown.</summary>
    /// <exception cref="AsnContentException">It is known and malformed.</exception>
    public bool TryRead(string oid, ReadOnlyMemory<byte> value)
    {
        var reader = new AsnReader(value, AsnEncodingRules.DER);
        switch (oid)
        {
            case BasicConstraints:
                ReadBasicConstraints(reader.ReadSequence());
                break;
            case KeyUsage:
                _maySign = ReadMaySign(reader);
                break;
            case ExtendedKeyUsage:
                ReadList(reader.ReadSequence(), purposes => purposes.ReadObjectIdentifier());
                break;
            case SubjectKeyIdentifier:
                reader.ReadOctetString();
                break;
            case AuthorityKeyIdentifier:
                ReadAuthorityKeyIdentifier(reader.ReadSequence());
                break;
            case AlternativeNames.Identifier or IssuerAlternativeNames:
                AlternativeNames.Read(value);
                return true;
            case NameConstraints.Identifier:
                NameConstraints.Read(value);
                _hasNameConstraints = true;
                return true;
            case CertificatePolicies:
                ReadList(reader.ReadSequence(), policies => policies.ReadSequence().ReadObjectIdentifier());
                break;
            case PolicyMappings:
                ReadList(reader.ReadSequence(), ReadMapping);
                reader.ThrowIfNotEmpty();
                return false;
            case DistributionPoints:
                // Their addresses are never followed, so a critical one asks for what this server does not do (RFC 5280 §4.2.1.13).
                DerRules.Check(value);
                ReadList(reader.ReadSequence(), points => points.ReadSequence());
                reader.ThrowIfNotEmpty();
                return false;
            default:
                return false;
        }

        reader.ThrowIfNotEmpty();
        return true;
    }

    private void ReadBasicConstraints(AsnReader constraints)
    {
        if (constraints.HasData && constraints.PeekTag().HasSameClassAndValue(Asn1Tag.Boolean))
        {
            _isAuthority = constraints.ReadBoolean()
                ? true
                : throw new MalformedEncodingException("the default FALSE written out, which DER leaves out");
        }

        if (constraints.HasData)
        {
            _hasPathLength = true;
            if (constraints.ReadInteger().Sign < 0)
            {
                throw new MalformedEncodingException("a negative path length");
            }
        }

        constraints.ThrowIfNotEmpty();
    }

    private static bool ReadMaySign(AsnReader reader)
    {
        var bits = reader.ReadNamedBitList();
        if (!bits.Cast<bool>().Any(bit => bit))
        {
            throw new MalformedEncodingException("no usage at all");
        }

        return bits.Count > KeyCertSign && bits[KeyCertSign];
    }

    private static void ReadAuthorityKeyIdentifier(AsnReader identifier)
    {
        for (var number = 0; number <= 2; number++)
        {
            var tag = new Asn1Tag(TagClass.ContextSpecific, number);
            if (!identifier.HasData || !identifier.PeekTag().HasSameClassAndValue(tag))
            {
                continue;
            }

            switch (number)
            {
                case 0:
                    identifier.ReadOctetString(tag);
                    break;
                case 1:
                    ReadList(identifier.ReadSequence(tag), names => GeneralName.Read(names));
                    break;
                default:
                    identifier.ReadIntegerBytes(tag);
                    break;
            }
        }

        identifier.ThrowIfNotEmpty();
    }

    private static void ReadMapping(AsnReader mappings)
    {
        var mapping = mappings.ReadSequence();
        mapping.ReadObjectIdentifier();
        mapping.ReadObjectIdentifier();
        mapping.ThrowIfNotEmpty();
    }

    // Every list of these has at least one entry: SIZE (1..MAX).
    private static void ReadList(AsnReader list, Action<AsnReader> readEntry)
    {
        if (!list.HasData)
        {
            throw new MalformedEncodingException("an empty list");
        }

        while (list.HasData)
        {
            readEntry(list);
        }
    }
}
