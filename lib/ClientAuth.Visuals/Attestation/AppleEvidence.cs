using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Attestation;

/// <summary>An Apple device's evidence in tables: an attestation of a key, or an assertion by one.</summary>
internal static class AppleEvidence
{
    private const string NonceOid = "1.2.840.113635.100.8.2";
    private static readonly string[] Columns = ["Field", "Value", "Meaning"];

    public static IEnumerable<EvidenceTable> ReadAttestation(ReadOnlyMemory<byte> attestation)
    {
        var members = new CborMap(attestation);
        var statement = members.Map("attStmt");
        using var chain = new CertificateChain(statement.ListOfBytes("x5c"));
        var data = AuthenticatorData.Read(members.Bytes("authData"));
        yield return chain.Table();
        yield return new EvidenceTable(
            "What the attestation object says of the key and of the app",
            Columns,
            [
                ["fmt", members.Text("fmt"), "kind of the statement"],
                [
                    "nonce, in certificate 1",
                    Nonce(chain.First),
                    "SHA-256 of authData and of clientDataHash, which the app passed on",
                ],
                .. Head(data),
                [
                    "aaguid",
                    Aaguid(data.Aaguid.Span),
                    "\"appattest\" in production, \"appattestdevelop\" for development",
                ],
                [
                    "credentialId",
                    Convert.ToBase64String(data.CredentialId.Span),
                    "name of the key: SHA-256 of its public point",
                ],
                ["credentialPublicKey", $"{Numbers.Show(data.PublicKey.Length)} bytes", "the attested key, in COSE"],
                [
                    "receipt",
                    $"{Numbers.Show(statement.Bytes("receipt").Length)} bytes",
                    "for asking Apple about fraud later",
                ],
            ]
        );
    }

    public static IEnumerable<EvidenceTable> ReadAssertion(ReadOnlyMemory<byte> assertion)
    {
        var members = new CborMap(assertion);
        yield return new EvidenceTable(
            "What the assertion says",
            Columns,
            [
                .. Head(AuthenticatorData.Read(members.Bytes("authenticatorData"))),
                ["signature", $"{Numbers.Show(members.Bytes("signature").Length)} bytes", "by the attested key"],
            ]
        );
    }

    private static IEnumerable<string[]> Head(AuthenticatorData data) =>
        [
            [
                "rpIdHash",
                Convert.ToBase64String(data.RpIdHash.Span),
                "SHA-256 of the app's identifier, team and bundle",
            ],
            ["flags", $"0x{data.Flags:x2}", "as in WebAuthn §6.1"],
            ["counter", $"{data.Counter}", "0 when the key is attested, then higher with each assertion"],
        ];

    private static string Nonce(X509Certificate2 certificate)
    {
        var extension =
            certificate.Extensions.FirstOrDefault(extension => extension.Oid?.Value == NonceOid)
            ?? throw new AsnContentException($"The first certificate has no extension {NonceOid}.");
        var tag = new Asn1Tag(TagClass.ContextSpecific, 1);
        var members = new AsnReader(extension.RawData, AsnEncodingRules.DER).ReadSequence();
        return Convert.ToBase64String(members.ReadSequence(tag).ReadOctetString());
    }

    private static string Aaguid(ReadOnlySpan<byte> aaguid) => Encoding.UTF8.GetString(aaguid.TrimEnd((byte)0));
}
