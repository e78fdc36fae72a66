using ClientAuth.Protocol;
using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Jwt;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals;

/// <summary>
/// A JWT taken apart: its three segments, then header and claims with what each registered name means. The signature is
/// shown by its length only, so the output cannot be used as the token.
/// </summary>
public sealed class DecodedJwtView(DecodedJwt jwt, string title = "JWT") : View($"{title} (decoded, not verified)")
{
    private static readonly string[] Columns = ["Name", "Value", "Meaning", "Specification"];

    private string SignatureLength => $"{Numbers.Show(jwt.Signature.Length)} bytes";

    private protected override IEnumerable<HtmlNode> Body() =>
        [
            Segments(),
            Members("Header", JwtMember.OfHeader(jwt.Header)),
            Members("Claims", JwtMember.OfClaims(jwt.Payload)),
        ];

    private protected override string PlainBody() =>
        string.Join(
            "\n\n",
            PlainTable.Render([
                ("header", jwt.EncodedHeader),
                ("claims", jwt.EncodedPayload),
                ("signature", $"({SignatureLength}, not shown)"),
            ]),
            $"Header\n{PlainMembers(JwtMember.OfHeader(jwt.Header))}",
            $"Claims\n{PlainMembers(JwtMember.OfClaims(jwt.Payload))}"
        );

    private HtmlElement Segments() =>
        HtmlTable.Facts(
            "The token, in three segments joined by dots",
            [
                ("Header", Segment(jwt.EncodedHeader, Style.JwtHeader)),
                ("Claims", Segment(jwt.EncodedPayload, Style.JwtClaims)),
                ("Signature", Segment($"({SignatureLength}, not shown)", Style.JwtSignature)),
            ]
        );

    private static HtmlElement Segment(string encoded, Style style) => new HtmlElement("code", encoded).Styled(style);

    private static HtmlElement Members(string caption, IEnumerable<JwtMember> members) =>
        HtmlTable.Render(
            caption,
            Columns,
            members.Select<JwtMember, IReadOnlyList<HtmlNode>>(m =>
                [HtmlTable.Code(m.Name), HtmlTable.Code(m.Value), m.Meaning, SpecificationLink.Render(m.Specification)]
            )
        );

    private static string PlainMembers(IEnumerable<JwtMember> members) =>
        PlainTable.Render(Columns, members.Select(m => new[] { m.Name, m.Value, m.Meaning, m.Specification }));
}
