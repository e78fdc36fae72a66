using NotebookEngine.Display;

namespace NotebookEngine.Tests.Display;

public sealed class ValueFormatterTests(Engine engine) : IDisposable
{
    private const string Chart = """
        using System;
        using System.Collections.Generic;
        using System.IO;

        [AttributeUsage(AttributeTargets.Class)]
        internal sealed class TypeFormatterSourceAttribute : Attribute
        {
            public TypeFormatterSourceAttribute(Type type) => FormatterSourceType = type;
            public Type FormatterSourceType { get; }
            public string[] PreferredMimeTypes { get; set; }
        }

        [TypeFormatterSource(typeof(ChartForms), PreferredMimeTypes = new[] { "application/vnd.plotly.v1+json", "text/html", "text/plain" })]
        public class Chart { public string Json = "{\"data\":[]}"; }

        internal sealed class ChartForms
        {
            public IEnumerable<object> CreateTypeFormatters() => new object[]
            {
                new Form("application/vnd.plotly.v1+json", chart => chart.Json),
                new Form("text/html", chart => "<svg/>"),
                new Form("text/plain", chart => "a chart"),
            };
        }

        internal sealed class Form
        {
            private readonly Func<Chart, string> _text;
            public Form(string mimeType, Func<Chart, string> text) { MimeType = mimeType; _text = text; }
            public string MimeType { get; }
            public bool Format(object value, TextWriter writer) { writer.Write(_text((Chart)value)); return true; }
        }
        """;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_type_of_a_lesson_shows_itself_by_convention_in_all_its_forms()
    {
        TestLibrary.Build(_folder, "Charts", Chart);

        var result = await engine.RunAsync(
            _folder,
            new NotebookText().Code("a", "#r \"Charts.dll\"\nvar chart = new Chart();\nchart.Display();\nchart")
        );

        Assert.Equal(2, result["a"].Shown.Count());
        foreach (var bundle in result["a"].Shown)
        {
            Assert.Equal(["application/vnd.plotly.v1+json", "text/html", "text/plain"], bundle.Forms.Keys);
            Assert.Equal(["{\"data\":[]}", "<svg/>", "a chart"], bundle.Forms.Values);
            Assert.Equal("<svg/>", bundle.Html);
        }
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{ 'a': 1, 'a': 2 }")]
    [InlineData(@"{ '\ud83d': 1, '\ude00': 2 }")]
    public async Task What_calls_itself_JSON_and_is_not_fails_the_cell(string json)
    {
        TestLibrary.Build(_folder, "Charts", Chart);

        var result = await engine.RunAsync(
            _folder,
            new NotebookText().Code(
                "a",
                $"#r \"Charts.dll\"\nnew Chart {{ Json = @\"{json.Replace("'", "\"\"", StringComparison.Ordinal)}\" }}"
            )
        );

        Assert.Equal("System.FormatException", result["a"].Failure?.Name);
        Assert.Equal(
            "Chart formats itself as application/vnd.plotly.v1+json, but not in JSON",
            result["a"].Failure?.Message
        );
    }

    [Fact]
    public void Plain_text_is_always_there()
    {
        Assert.Equal(
            ["text/html", "text/plain"],
            ValueFormatter.Format(new Uri("https://a.example"), "text/html").Forms.Keys
        );
        Assert.Equal(["text/plain"], ValueFormatter.Format("text").Forms.Keys);
        Assert.Null(ValueFormatter.Format("text").Html);
        Assert.Equal("<null>", ValueFormatter.Format(null).Text);
    }
}
