using System.Text.Json;

namespace NotebookEngine.Tests.Foreign;

/// <summary>
/// A notebook of somebody else: a library of its own with a type that shows itself, a script beside it, records, text drawn as
/// a chart, awaiting, and a mistake that is meant.
/// </summary>
internal static class WeatherNotebook
{
    private const string Library = """
        namespace Weather;

        /// <summary>What one thermometer said.</summary>
        public sealed record Reading(string City, int Celsius);

        [TypeFormatterSource(typeof(SunForms), PreferredMimeTypes = new[] { "image/svg+xml" })]
        public sealed record Sun(int Radius);

        public sealed class SunForms
        {
            public System.Collections.Generic.IEnumerable<object> CreateTypeFormatters() => new[] { new SunForm() };
        }

        public sealed class SunForm
        {
            public string MimeType => "image/svg+xml";

            public bool Format(object sun, System.IO.TextWriter writer)
            {
                writer.Write($"<svg xmlns='http://www.w3.org/2000/svg'><circle r='{((Sun)sun).Radius}'/></svg>");
                return true;
            }
        }

        internal sealed class TypeFormatterSourceAttribute(System.Type source) : System.Attribute
        {
            public System.Type FormatterSourceType => source;

            public string[] PreferredMimeTypes { get; set; } = new string[0];
        }

        public static class Station
        {
            public static async System.Collections.Generic.IAsyncEnumerable<Reading> ListenAsync()
            {
                foreach (var (city, celsius) in new[] { ("Oslo", 3), ("Lisbon", 17), ("Nairobi", 24) })
                {
                    await System.Threading.Tasks.Task.Yield();
                    yield return new Reading(city, celsius);
                }
            }
        }
        """;

    private const string Script = """
        string Bar(Weather.Reading reading) => $"{reading.City,-8}{new string('#', reading.Celsius)} {reading.Celsius}";
        """;

    /// <summary>Writes it with all that it needs, and returns its path.</summary>
    internal static string Write(TempFolder folder)
    {
        TestLibrary.Build(folder, "bin/Weather", Library);
        folder.Write("scripts/bars.csx", Script);
        return folder.Write(
            "weather.ipynb",
            new NotebookText()
                .Markdown("title", "# The weather\n\nNothing else.")
                .Code("load", "#r \"bin/Weather.dll\"\n#load \"scripts/bars.csx\"\nusing Weather;")
                .Code(
                    "listen",
                    "var week = new List<Reading>();\nawait foreach (var reading in Station.ListenAsync())\n{\n    week.Add(reading);\n}\nweek.Count"
                )
                .Code("chart", "foreach (var reading in week)\n{\n    Console.WriteLine(Bar(reading));\n}")
                .Code(
                    "record",
                    "record Extremes(Reading Coldest, Reading Warmest);\nvar extremes = new Extremes(week[0], week[^1]);"
                )
                .Code("picture", "new Sun(extremes.Warmest.Celsius).Display();")
                .Code(
                    "mistake",
                    "var missing = week.Single(reading => reading.City == \"Atlantis\");",
                    "raises-exception"
                )
                .Code("after", "extremes.Coldest.ToString()")
                .ToString()
        );
    }

    /// <summary>What whoever runs it must find in the executed notebook, cell by cell.</summary>
    internal static void AssertExecuted(string path)
    {
        using var notebook = JsonDocument.Parse(File.ReadAllBytes(path));
        var cells = notebook
            .RootElement.GetProperty("cells")
            .EnumerateArray()
            .Where(cell => cell.GetProperty("cell_type").GetString() == "code")
            .ToDictionary(cell => cell.GetProperty("id").GetString()!, cell => cell.GetProperty("outputs"));

        Assert.Equal(0, cells["load"].GetArrayLength());
        Assert.Equal("3", Data(cells["listen"], "text/plain"));
        Assert.Equal(
            $"""
            Oslo    {new string('#', 3)} 3
            Lisbon  {new string('#', 17)} 17
            Nairobi {new string('#', 24)} 24

            """,
            Text(Only(cells["chart"]).GetProperty("text"))
        );
        Assert.Equal(0, cells["record"].GetArrayLength());
        Assert.Equal(
            "<svg xmlns='http://www.w3.org/2000/svg'><circle r='24'/></svg>",
            Data(cells["picture"], "image/svg+xml")
        );
        var mistake = Only(cells["mistake"]);
        Assert.Equal("System.InvalidOperationException", mistake.GetProperty("ename").GetString());
        Assert.Equal("Sequence contains no matching element", mistake.GetProperty("evalue").GetString());
        Assert.Equal("Reading { City = Oslo, Celsius = 3 }", Data(cells["after"], "text/plain"));
    }

    private static JsonElement Only(JsonElement outputs) => Assert.Single(outputs.EnumerateArray());

    private static string Data(JsonElement outputs, string mimeType) =>
        Text(Only(outputs).GetProperty("data").GetProperty(mimeType));

    private static string Text(JsonElement text) =>
        text.ValueKind == JsonValueKind.String
            ? text.GetString()!
            : string.Concat(text.EnumerateArray().Select(line => line.GetString()));
}
