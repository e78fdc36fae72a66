using System.Formats.Asn1;
using System.Formats.Cbor;
using System.Security.Cryptography;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Attestation;
using ClientAuth.Visuals.Attestation;
using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals;

/// <summary>What the platform of a device says of an app and its key, taken apart. Whether it is true, a server verifies.</summary>
public sealed class PlatformAttestationView(PlatformAttestation attestation, string title = "What the platform says")
    : View($"{title} (decoded, not verified)")
{
    private readonly IReadOnlyList<EvidenceTable> _tables = Read(attestation);

    private protected override IEnumerable<HtmlNode> Body() =>
        _tables.Select(table =>
            HtmlTable.Render(
                table.Caption,
                table.Columns,
                table.Rows.Select<IReadOnlyList<string>, IReadOnlyList<HtmlNode>>(row =>
                    [.. row.Select((text, column) => column == 1 ? HtmlTable.Code(text) : (HtmlNode)text)]
                )
            )
        );

    private protected override string PlainBody() =>
        string.Join(
            "\n\n",
            _tables.Select(table => $"{table.Caption}\n{PlainTable.Render(table.Columns, table.Rows)}")
        );

    private static IReadOnlyList<EvidenceTable> Read(PlatformAttestation attestation)
    {
        try
        {
            return [.. Decode(attestation)];
        }
        catch (Exception e) when (IsUnreadable(e))
        {
            return
            [
                new EvidenceTable(
                    "It cannot be read",
                    ["Format", "Problem"],
                    [
                        [attestation.Format, e.Message],
                    ]
                ),
            ];
        }
    }

    private static IEnumerable<EvidenceTable> Decode(PlatformAttestation attestation) =>
        attestation switch
        {
            { Format: AttestationFormats.AndroidKey, X5c: [_, ..] certificates } => AndroidEvidence.Read(
                certificates.Select(Convert.FromBase64String)
            ),
            { Format: AttestationFormats.AppleAppAttest, AttestationObject: { } whole } =>
                AppleEvidence.ReadAttestation(Convert.FromBase64String(whole)),
            { Format: AttestationFormats.AppleAppAttest, Assertion: { } assertion } => AppleEvidence.ReadAssertion(
                Convert.FromBase64String(assertion)
            ),
            _ => throw new FormatException("the format is not known here, or what belongs to it is missing"),
        };

    private static bool IsUnreadable(Exception e) =>
        e
            is FormatException
                or CryptographicException
                or AsnContentException
                or CborContentException
                or OverflowException;
}
