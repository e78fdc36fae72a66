using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.GenericCharts.Reading;

/// <summary>
/// Reads the values along one axis as numbers: a number as itself, a time as milliseconds since the year 1, a name as its place
/// in the order of appearance. What has no place, such as NaN, null, or a name among numbers, is NaN.
/// </summary>
internal sealed partial class AxisValues
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];

    private AxisValues(AxisKind kind) => Kind = kind;

    public AxisKind Kind { get; }

    /// <summary>The names of an axis of categories, in order.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <param name="axis">The axis in the layout; its type, where it has one, decides.</param>
    /// <param name="values">All values along it.</param>
    public static AxisValues Of(JsonObject? axis, IReadOnlyCollection<JsonNode?> values)
    {
        var kind = FigureJson.Text(axis?["type"]) switch
        {
            "category" or "multicategory" => AxisKind.Category,
            "date" => AxisKind.Date,
            "log" => AxisKind.Logarithmic,
            "linear" => AxisKind.Linear,
            _ => Guess(values),
        };
        var read = new AxisValues(kind);
        if (kind == AxisKind.Category)
        {
            // An order that the layout gives comes first.
            foreach (var name in (axis?["categoryarray"] as JsonArray ?? []).Concat(values))
            {
                read.Add(name);
            }
        }

        return read;
    }

    public double Of(JsonNode? value) =>
        Kind switch
        {
            AxisKind.Category => _places.TryGetValue(Name(value), out var place) ? place : double.NaN,
            AxisKind.Date => Time(value) ?? double.NaN,
            _ => Finite(Number(value)),
        };

    /// <summary>A value as a reader takes it.</summary>
    public string Show(double value) =>
        double.IsNaN(value) ? "none"
        : Kind == AxisKind.Date ? Times.Show(value)
        : Kind == AxisKind.Category ? _names[Math.Clamp((int)Math.Round(value), 0, Math.Max(0, _names.Count - 1))]
        : Numbers.Significant(value);

    private static AxisKind Guess(IReadOnlyCollection<JsonNode?> values)
    {
        var given = values.Where(value => value is not null).ToList();
        return given.TrueForAll(value => Number(value) is not null) ? AxisKind.Linear
            : given.TrueForAll(value => Time(value) is not null) ? AxisKind.Date
            : AxisKind.Category;
    }

    private void Add(JsonNode? value)
    {
        var name = Name(value);
        if (value is not null && _places.TryAdd(name, _names.Count))
        {
            _names.Add(name);
        }
    }

    private static string Name(JsonNode? value) => FigureJson.Text(value) ?? value?.ToJsonString() ?? "";

    private static double Finite(double? value) => value is { } number && double.IsFinite(number) ? number : double.NaN;

    // Newtonsoft writes NaN as a string, and infinities with their names.
    private static double? Number(JsonNode? value) =>
        FigureJson.Text(value) is { } text
            ? double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed)
                ? parsed
                : null
            : FigureJson.Number(value);

    // plotly.js takes the time as written and leaves the offset alone.
    private static double? Time(JsonNode? value) =>
        FigureJson.Text(value) is { } text
        && Date.IsMatch(text)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? (double)time.DateTime.Ticks / TimeSpan.TicksPerMillisecond
            : null;

    [GeneratedRegex(@"^\d{4}-\d\d")]
    private static partial Regex Date { get; }
}
