using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ClientAuth.Visuals.Certificates;

/// <summary>Who signed a certificate, as far as the certificate itself can tell.</summary>
internal static class SelfSignature
{
    public static string Describe(X509Certificate2 certificate)
    {
        if (!certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData))
        {
            return "no, issued by another";
        }

        return VerifiesWithItsOwnKey(certificate) switch
        {
            true => "yes, its own key verifies its signature",
            false => "no, although issuer and subject have the same name",
            null => "issuer and subject have the same name; the signature was not checked",
        };
    }

    // RFC 5280 §4.1: SEQUENCE { tbsCertificate, signatureAlgorithm, BIT STRING }. Null: an algorithm that is not known here.
    private static bool? VerifiesWithItsOwnKey(X509Certificate2 certificate)
    {
        var outer = new AsnReader(certificate.RawData, AsnEncodingRules.DER).ReadSequence();
        var signed = outer.ReadEncodedValue().Span;
        outer.ReadEncodedValue();
        var signature = outer.ReadBitString(out _);

        using var rsa = certificate.GetRSAPublicKey();
        using var ec = certificate.GetECDsaPublicKey();
        return Hash(certificate.SignatureAlgorithm.Value) switch
        {
            null => null,
            { } hash when rsa is not null => rsa.VerifyData(signed, signature, hash, RSASignaturePadding.Pkcs1),
            { } hash when ec is not null => ec.VerifyData(
                signed,
                signature,
                hash,
                DSASignatureFormat.Rfc3279DerSequence
            ),
            _ => null,
        };
    }

    private static HashAlgorithmName? Hash(string? signatureAlgorithm) =>
        signatureAlgorithm switch
        {
            "1.2.840.113549.1.1.11" or "1.2.840.10045.4.3.2" => HashAlgorithmName.SHA256,
            "1.2.840.113549.1.1.12" or "1.2.840.10045.4.3.3" => HashAlgorithmName.SHA384,
            "1.2.840.113549.1.1.13" or "1.2.840.10045.4.3.4" => HashAlgorithmName.SHA512,
            _ => null,
        };
}
