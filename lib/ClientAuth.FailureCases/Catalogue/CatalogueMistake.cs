using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using ClientAuth.Protocol.Json;

namespace ClientAuth.FailureCases.Catalogue;

/// <summary>Says where a catalogue is wrong in the words of its author: line, case and field.</summary>
internal static partial class CatalogueMistake
{
    public static string Describe(JsonMistake mistake, ReadOnlySpan<byte> utf8) =>
        $"line {mistake.Line}, {CaseAt(mistake.Path, utf8)}at {mistake.Path}: {mistake.Reason}";

    // The serializer names a case by its index; its author knows it by its id.
    private static string CaseAt(string path, ReadOnlySpan<byte> utf8)
    {
        var place = Place().Match(path);
        if (!place.Success)
        {
            return "";
        }

        try
        {
            using var document = JsonDocument.Parse(utf8.ToArray());
            var id = document
                .RootElement.GetProperty("sections")[Index(place, "section")]
                .GetProperty("cases")[Index(place, "case")]
                .GetProperty("id")
                .GetString();
            return $"case {id}, ";
        }
        catch (JsonException)
        {
            return "";
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException or IndexOutOfRangeException)
        {
            return "a case without id, ";
        }
    }

    private static int Index(Match place, string group) =>
        int.Parse(place.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\$\.sections\[(?<section>\d+)\]\.cases\[(?<case>\d+)\]")]
    private static partial Regex Place();
}
