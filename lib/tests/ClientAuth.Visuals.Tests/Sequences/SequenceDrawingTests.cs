using System.Globalization;
using System.Xml.Linq;
using ClientAuth.Protocol.Recording;
using ClientAuth.Visuals.Sequences;
using ClientAuth.Visuals.Tests.Contract;
using ClientAuth.Visuals.Tests.Samples;

namespace ClientAuth.Visuals.Tests.Sequences;

public sealed class SequenceDrawingTests
{
    // As wide as a character of the fonts named in the drawing is at 12 pixels, at most.
    private const double Monospaced = 7.3;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static readonly RecordedExchange LongNames = SampleSequence.Refused with
    {
        Request = SampleSequence.Refused.Request with
        {
            Body =
                $"{new string('x', 90)}=1&a_parameter_with_a_long_name_of_many_parts=2&client_id={new string('W', 70)}&漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字=3",
        },
    };

    [Fact]
    public void There_is_a_wide_form_for_all_and_a_narrow_one_that_only_eyes_see()
    {
        var drawings = Drawings(SampleSequence.Refused);

        Assert.Equal(["img", null], drawings.Select(drawing => (string?)drawing.Attribute("role")));
        Assert.Equal([null, "true"], drawings.Select(drawing => (string?)drawing.Attribute("aria-hidden")));
        Assert.Equal(["760", "0"], drawings.Select(drawing => (string?)drawing.Attribute("width")));
        Assert.Equal(
            "Who sent what to whom. One request, 1 refused: client and authorization server",
            (string?)drawings[0].Attribute("aria-label")
        );
    }

    [Fact]
    public void Participants_stand_in_one_order_and_only_where_they_take_part() =>
        Assert.Equal(
            [Participant.Device, Participant.Client, Participant.AuthorizationServer, Participant.KeyHost],
            new SequenceView(
                [SampleSequence.Fetched, SampleSequence.Issued],
                [SampleSequence.KeyMade with { Started = SampleSequence.Milliseconds(29) }]
            ).Participants
        );

    [Fact]
    public void Names_of_all_participants_stand_side_by_side()
    {
        var view = new SequenceView(
            [SampleSequence.Issued, SampleSequence.Fetched, SampleSequence.Called],
            [SampleSequence.KeyMade]
        );

        foreach (var drawing in HtmlRules.Content(view.ToHtml()).Elements(Svg + "svg"))
        {
            var heads = drawing.Elements(Svg + "rect").Take(5).ToList();

            Assert.All(
                heads.Zip(heads.Skip(1)),
                pair =>
                    Assert.True(Number(pair.First, "x") + Number(pair.First, "width") + 4 < Number(pair.Second, "x"))
            );
            Assert.All(heads, head => Assert.InRange(Number(head, "x"), 3, 760));
        }
    }

    [Fact]
    public void A_refusal_has_another_shape_and_another_colour_than_what_is_accepted()
    {
        var refused = Drawings(SampleSequence.Refused)[0];
        var accepted = Drawings(SampleSequence.Issued)[0];

        Assert.Single(refused.Descendants(Svg + "line"), line => line.Attribute("stroke-dasharray") is not null);
        Assert.Contains(refused.Descendants(), node => (string?)node.Attribute("stroke") == "#d55e00");
        Assert.Contains("✗ 401 invalid_client", Texts(refused));
        Assert.DoesNotContain(accepted.Descendants(), node => node.Attribute("stroke-dasharray") is not null);
        Assert.DoesNotContain(accepted.Descendants(), node => (string?)node.Attribute("stroke") == "#d55e00");
        Assert.Contains("✓ 200 OK", Texts(accepted));
    }

    [Fact]
    public void Each_message_folds_out_into_its_half_of_the_transcript()
    {
        var details = Html(SampleSequence.Refused).Elements("details").ToList();

        Assert.Equal(
            [
                "1 · TLS 1.3 handshake, client ↔ authorization server",
                "2 · POST /token, client → authorization server",
                "3 · ✗ 401 invalid_client, authorization server → client",
            ],
            details.Select(detail => detail.Element("summary")!.Value)
        );
        Assert.Contains("TLS_AES_256_GCM_SHA384", details[0].Value, StringComparison.Ordinal);
        Assert.Contains("Basic czZCaG…", details[1].Value, StringComparison.Ordinal);
        Assert.Contains("Basic realm=", details[2].Value, StringComparison.Ordinal);
        Assert.DoesNotContain("WWW-Authenticate", details[1].Value, StringComparison.Ordinal);
        Assert.All(details, detail => Assert.Null(detail.Attribute("open")));
    }

    [Fact]
    public void No_text_reaches_over_the_edge_or_over_the_text_above_it()
    {
        foreach (var drawing in Drawings(LongNames, SampleSequence.Fetched, SampleSequence.Called))
        {
            var width = double.Parse(
                ((string)drawing.Attribute("viewBox")!).Split(' ')[2],
                CultureInfo.InvariantCulture
            );
            var texts = drawing
                .Elements(Svg + "text")
                .Where(text => (string?)text.Attribute("font-size") == "12")
                .ToList();
            var lines = texts.Where(text => (string?)text.Attribute("text-anchor") == "start").ToList();

            Assert.All(lines, line => Assert.InRange(Number(line, "x") + (Cells(line.Value) * Monospaced), 0, width));
            Assert.All(
                lines.Zip(lines.Skip(1)),
                pair => Assert.True(Number(pair.Second, "y") - Number(pair.First, "y") >= 14)
            );
        }
    }

    [Fact]
    public void No_lifeline_goes_through_a_text()
    {
        foreach (var drawing in Drawings(LongNames, SampleSequence.Fetched, SampleSequence.Called))
        {
            var lifelines = drawing
                .Elements(Svg + "line")
                .Where(line => (string?)line.Attribute("x1") == (string?)line.Attribute("x2"));
            var lines = drawing
                .Elements(Svg + "text")
                .Where(text => (string?)text.Attribute("text-anchor") == "start")
                .ToList();
            var crossed =
                from lifeline in lifelines
                from text in lines
                let x = Number(lifeline, "x1")
                where Number(text, "x") < x && x < Number(text, "x") + (Cells(text.Value) * Monospaced)
                where Number(lifeline, "y1") < Number(text, "y") && Number(text, "y") - 9 < Number(lifeline, "y2")
                select text.Value;

            Assert.DoesNotContain(crossed, text => !text.StartsWith("The same", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void What_was_sent_is_there_to_the_last_character()
    {
        var drawing = Drawings(LongNames)[0];

        var all = string.Concat(Texts(drawing));

        Assert.Contains(new string('x', 90), all, StringComparison.Ordinal);
        Assert.Contains("a_parameter_with_a_long_name_of_many_parts", all, StringComparison.Ordinal);
        Assert.Contains(new string('W', 70), all.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Times_stand_beside_the_steps_and_once_more_to_scale()
    {
        var texts = Texts(Drawings(SampleSequence.Refused)[0]);

        Assert.Equal(
            ["0.0 ms", "3.5 ms", "9.5 ms", "10.5 ms"],
            texts
                .Where(text => text.EndsWith(".0 ms") || text.EndsWith(".5 ms"))
                .Where(text => char.IsAsciiDigit(text[0]))
        );
        Assert.Contains("2–3 ✗", texts);
        Assert.Contains("TLS 1.3 handshake, 3.0\u00A0ms", texts);
    }

    [Theory]
    [MemberData(nameof(Hostile.Texts), MemberType = typeof(Hostile))]
    public void Hostile_text_stays_text_on_its_line(string text)
    {
        var html = new SequenceView([
            SampleSequence.Refused with
            {
                Request = new RecordedRequest(text, text, text, [new RecordedHeader("DPoP", text)], $"{text}={text}"),
            },
        ]).ToHtml();

        HtmlRules.AssertSafe(html);
        HtmlRules.AssertNothingInvisible(html);
    }

    private static XElement Html(params IReadOnlyList<RecordedExchange> exchanges) =>
        HtmlRules.Content(new SequenceView(exchanges).ToHtml());

    private static List<XElement> Drawings(params IReadOnlyList<RecordedExchange> exchanges) =>
        [.. Html(exchanges).Elements(Svg + "svg")];

    private static List<string> Texts(XElement drawing) =>
        [.. drawing.Elements(Svg + "text").Select(text => text.Value)];

    private static int Cells(string text) => text.EnumerateRunes().Sum(rune => rune.Value >= 0x2E80 ? 2 : 1);

    private static double Number(XElement element, string name) =>
        double.Parse((string)element.Attribute(name)!, CultureInfo.InvariantCulture);
}
