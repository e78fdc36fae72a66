using System.Formats.Asn1;
using System.Text;
using ClientAuth.Credentials;

namespace ClientAuth.FailureCases.Certificates;

/// <summary>How the encoding of a certificate differs from what a library writes. It is signed after the change.</summary>
public sealed record EncodingChange
{
    /// <summary>The version as it is written: 0 is version 1. The extensions stay.</summary>
    public int? Version { get; init; }

    /// <summary>Digits behind the seconds of the end of its validity.</summary>
    public string? FractionOfEnd { get; init; }

    /// <summary>The algorithm beside the signature, DER in hexadecimal; the one inside stays.</summary>
    public string? OuterAlgorithm { get; init; }

    /// <summary>The algorithm inside and outside, DER in hexadecimal.</summary>
    public string? Algorithm { get; init; }

    /// <summary>Whether the second number of an ECDSA signature is written as a negative one with the same bits.</summary>
    public bool NegativeS { get; init; }

    /// <summary>How many bits the signature says that it does not use.</summary>
    public byte UnusedBits { get; init; }

    /// <summary>Whether the last extension stands there twice.</summary>
    public bool RepeatsExtension { get; init; }

    /// <summary>Whether the key on the curve P-256 gives the curve by its parameters.</summary>
    public bool ExplicitCurve { get; init; }

    internal RawCertificate Apply(RawCertificate raw) =>
        raw with
        {
            Version = Version is 0 ? null : Version ?? raw.Version,
            NotAfter = FractionOfEnd is { } digits ? WithFraction(raw.NotAfter, digits) : raw.NotAfter,
            SignatureAlgorithm = Algorithm is { } inner ? Convert.FromHexString(inner) : raw.SignatureAlgorithm,
            OuterAlgorithm = OuterAlgorithm is { } outer ? Convert.FromHexString(outer) : null,
            UnusedBits = UnusedBits,
            AlterSignature = AlterSignature,
            Extensions = RepeatsExtension ? [.. raw.Extensions, raw.Extensions[^1]] : raw.Extensions,
            SubjectPublicKeyInfo = ExplicitCurve
                ? ExplicitParameters.Of(raw.SubjectPublicKeyInfo)
                : raw.SubjectPublicKeyInfo,
        };

    private byte[] AlterSignature(byte[] signature)
    {
        var altered = NegativeS ? WithNegativeS(signature) : signature;
        // The bits that are not used are nought, as DER has them.
        return UnusedBits > 0 ? [.. altered, 0] : altered;
    }

    private static byte[] WithNegativeS(byte[] signature)
    {
        var numbers = new AsnReader(signature, AsnEncodingRules.DER).ReadSequence();
        var r = numbers.ReadEncodedValue().ToArray();
        var positive = numbers.ReadIntegerBytes().ToArray();
        byte[] s = positive[0] == 0 ? positive[1..] : [(byte)(positive[0] | 0x80), .. positive[1..]];
        // FF before a set bit would be no shortest form (X.690 §8.3.2).
        if (s is [0xFF, >= 0x80, ..])
        {
            s[0] = 0xBF;
        }

        return [0x30, (byte)(r.Length + s.Length + 2), .. r, 0x02, (byte)s.Length, .. s];
    }

    // GeneralizedTime with all four digits of the year, since UTCTime has no fractions at all.
    private static byte[] WithFraction(byte[] utcTime, string digits)
    {
        var text = $"20{Encoding.ASCII.GetString(utcTime[2..^1])}.{digits}Z";
        return [0x18, (byte)text.Length, .. Encoding.ASCII.GetBytes(text)];
    }
}
