using System.Globalization;
using System.Xml.Linq;
using ClientAuth.Protocol.Recording;
using ClientAuth.Visuals.Handshakes;
using ClientAuth.Visuals.Tests.Contract;
using ClientAuth.Visuals.Tests.Samples;

namespace ClientAuth.Visuals.Tests.Handshakes;

public sealed class HandshakeViewTests
{
    // As wide as a character of the fonts named in the drawing is at 12 pixels, at most.
    private const double Monospaced = 7.3;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void There_is_a_wide_form_for_all_and_a_narrow_one_that_only_eyes_see()
    {
        var drawings = Drawings(new HandshakeView(Handshake()));

        Assert.Equal(["img", null], drawings.Select(drawing => (string?)drawing.Attribute("role")));
        Assert.Equal([null, "true"], drawings.Select(drawing => (string?)drawing.Attribute("aria-hidden")));
        Assert.Equal(["760", "0"], drawings.Select(drawing => (string?)drawing.Attribute("width")));
        Assert.StartsWith(
            "mutual TLS 1.2. TLS 1.2, full, with a client certificate: 2 round trips, ",
            (string?)drawings[0].Attribute("aria-label"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Nothing_is_drawn_beyond_the_edge()
    {
        var view = new HandshakeView(Handshake(host: $"{new string('W', 200)}.example"));
        foreach (var drawing in Drawings(view))
        {
            var width = double.Parse(drawing.Attribute("viewBox")!.Value.Split(' ')[2], CultureInfo.InvariantCulture);
            foreach (
                var text in drawing
                    .Elements(Svg + "text")
                    .Where(text => (string?)text.Attribute("text-anchor") == "start")
            )
            {
                Assert.InRange(Number(text, "x") + (text.Value.Length * Monospaced), 0, width);
            }

            Assert.All(
                drawing.Elements(Svg + "rect"),
                rect => Assert.InRange(Number(rect, "x") + Number(rect, "width"), 0, width)
            );
        }
    }

    [Fact]
    public void What_is_encrypted_is_hatched_and_what_mutual_TLS_adds_has_a_mark_and_an_edge()
    {
        var drawing = Drawings(new HandshakeView(Handshake()))[0];
        var hatch = $"url(#{(string?)drawing.Descendants(Svg + "pattern").Single().Attribute("id")})";
        var legend = HandshakeLook.Legend("hatch").Count;
        var bars = drawing.Elements(Svg + "rect").Skip(legend).ToList();

        Assert.Equal(
            [false, false, false, false, false, false, false, false, false, false, true, false, true, true, true],
            bars.Select(bar => (string?)bar.Attribute("fill") == hatch)
        );
        Assert.Equal(
            [4, 6, 8],
            bars.Index().Where(bar => (string?)bar.Item.Attribute("stroke-width") == "2").Select(bar => bar.Index)
        );
        Assert.Equal(
            ["◆ CertificateRequest, 76 bytes", "◆ Certificate, 581 bytes", "◆ CertificateVerify, 79 bytes"],
            drawing.Elements(Svg + "text").Select(text => text.Value).Where(text => text.StartsWith('◆')).Skip(1)
        );
    }

    [Fact]
    public void Encrypted_records_in_a_row_are_one_row_of_the_drawing()
    {
        var view = new HandshakeView(
            new RecordedHandshake
            {
                Wire =
                [
                    SampleHandshake.Received(
                        1,
                        [.. SampleHandshake.Records(23, new byte[23]), .. SampleHandshake.Records(23, new byte[550])]
                    ),
                ],
            }
        );

        Assert.Contains(
            "2 × encrypted record, 573 bytes",
            Drawings(view)[0].Elements(Svg + "text").Select(text => text.Value)
        );
    }

    [Fact]
    public void A_server_that_speaks_no_TLS_is_shown_with_the_place()
    {
        var view = new HandshakeView(
            Handshake() with
            {
                Wire = [SampleHandshake.Received(1, "HTTP/1.1 400 Bad Request"u8.ToArray())],
                Completed = null,
                Failure = "Cannot determine the frame size or a corrupted frame was received.",
            }
        );

        Assert.Equal(
            """
            mutual TLS 1.2
            TLS, failed: 0 round trips, 0 bytes
            ✗ The client gave up: Cannot determine the frame size or a corrupted frame was received.
            ✗ Not readable: byte 0 of what the server sent: expected a TLS record, whose first byte is 20 to 23 and not 72.
            """.ReplaceLineEndings("\n"),
            view.ToString()
        );
    }

    [Fact]
    public void Bars_below_each_other_have_one_scale()
    {
        var half = Handshake() with { Wire = [.. Handshake().Wire.Take(1)] };
        var drawing = Drawings(new HandshakeComparisonView("t", Handshake(), half))[0];

        var hellos = drawing
            .Elements(Svg + "g")
            .Where(g => g.Element(Svg + "title")!.Value.StartsWith("ClientHello", StringComparison.Ordinal))
            .Select(g => Number(g.Element(Svg + "rect")!, "width"));

        Assert.Single(hellos.Distinct());
    }

    private static RecordedHandshake Handshake(string host = "localhost")
    {
        using var certificate = SampleCertificate.Fixed();
        return SampleHandshake.Of(host, certificate.IssuerName, certificate.RawData);
    }

    private static List<XElement> Drawings(View view) => [.. HtmlRules.Content(view.ToHtml()).Elements(Svg + "svg")];

    private static double Number(XElement element, string name) =>
        double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);
}
