using System.Security.Cryptography.X509Certificates;
using ClientAuth.Visuals.Certificates;
using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals;

/// <summary>A certificate's public part on one card. The private key, if there is one, is never asked for.</summary>
public sealed class CertificateCardView(X509Certificate2 certificate, string title = "Certificate") : View(title)
{
    // Read at once, so that the card outlives the certificate.
    private readonly IReadOnlyList<(string Name, string Value)> _facts = CertificateFacts.Read(certificate);

    private protected override IEnumerable<HtmlNode> Body() =>
        [
            HtmlTable.Facts(
                "What the certificate says about itself",
                _facts.Select(fact => (fact.Name, (HtmlNode)HtmlTable.Code(fact.Value)))
            ),
        ];

    private protected override string PlainBody() => PlainTable.Render(_facts);
}
