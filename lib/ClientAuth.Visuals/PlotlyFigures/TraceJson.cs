using System.Globalization;
using System.Text.Json.Nodes;
using Newtonsoft.Json;

namespace ClientAuth.Visuals.PlotlyFigures;

/// <summary>Objects of Plotly.NET as the JSON that plotly.js reads.</summary>
internal static class TraceJson
{
    /// <summary>Most characters that one part of a figure may take: half a million numbers, or more short ones.</summary>
    private const int Longest = 10_000_000;

    // What GenericChart.toFigureJson does, without the settings that it reads: their initializer calls Giraffe, and a scripting
    // engine gives Giraffe, which asks for an older FSharp.Core, a second copy of it. The types of the two do not mix.
    /// <exception cref="InvalidOperationException">It is too large to show; a sequence without an end is, too.</exception>
    public static JsonNode? Of(object part)
    {
        var serializer = JsonSerializer.Create(
            new JsonSerializerSettings
            {
                ReferenceLoopHandling = ReferenceLoopHandling.Serialize,
                Culture = CultureInfo.InvariantCulture,
            }
        );
        using var json = new BoundedText();
        serializer.Serialize(json, part);
        return JsonNode.Parse(json.ToString());
    }

    private sealed class BoundedText() : StringWriter(CultureInfo.InvariantCulture)
    {
        public override void Write(char value)
        {
            Check(1);
            base.Write(value);
        }

        public override void Write(string? value)
        {
            Check(value?.Length ?? 0);
            base.Write(value);
        }

        public override void Write(char[] buffer, int index, int count)
        {
            Check(count);
            base.Write(buffer, index, count);
        }

        private void Check(int more)
        {
            if (GetStringBuilder().Length + more > Longest)
            {
                throw new InvalidOperationException(
                    "it holds more than ten million characters of data. Show a part of it"
                );
            }
        }
    }
}
