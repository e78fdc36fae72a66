using System.Globalization;
using System.Text.Json;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.MockServer.Lab;

/// <summary>Reads the members of a JSON object strictly: each of its type and within its limits, and none that nobody asked for.</summary>
internal sealed class JsonFields
{
    // Without an offset it would be a time of the machine's zone.
    private static readonly string[] TimeForms =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz",
    ];

    private readonly JsonElement _json;
    private readonly List<string> _known = [];

    private JsonFields(JsonElement json) => _json = json;

    /// <exception cref="LabRequestException">It is no object.</exception>
    public static JsonFields Of(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object
            ? new JsonFields(json)
            : throw new LabRequestException("the body is no JSON object");

    /// <summary>How the JSON calls a value of an enumeration.</summary>
    public static string NameOf<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName($"{value}");

    public string? Text(string name) => Take(name) is { } value ? TextOf(name, value) : null;

    public bool? Flag(string name) =>
        Take(name) switch
        {
            null => null,
            { ValueKind: JsonValueKind.True } => true,
            { ValueKind: JsonValueKind.False } => false,
            _ => throw Wrong(name, "true or false"),
        };

    public int? Whole(string name, int least, int most) =>
        Take(name) switch
        {
            null => null,
            { ValueKind: JsonValueKind.Number } value
                when value.TryGetInt32(out var number) && number >= least && number <= most => number,
            _ => throw Wrong(name, $"a whole number from {least} to {most}"),
        };

    public TimeSpan? Seconds(string name, double least, double most) =>
        Take(name) switch
        {
            null => null,
            { ValueKind: JsonValueKind.Number } value
                when value.TryGetDouble(out var number) && number >= least && number <= most => TimeSpan.FromSeconds(
                number
            ),
            _ => throw Wrong(name, string.Create(CultureInfo.InvariantCulture, $"a number from {least} to {most}")),
        };

    /// <summary>A point in time with its offset, as RFC 3339 writes it.</summary>
    public DateTimeOffset? Time(string name) =>
        Take(name) switch
        {
            null => null,
            { ValueKind: JsonValueKind.String } value
                when DateTimeOffset.TryParseExact(
                    TextOf(name, value),
                    TimeForms,
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.AssumeUniversal,
                    out var time
                ) => time,
            _ => throw Wrong(name, "a time with its offset, such as 2030-01-01T00:00:00Z"),
        };

    public T? Choice<T>(string name)
        where T : struct, Enum
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        var index = Array.FindIndex(Enum.GetValues<T>(), value => NameOf(value) == text);
        return index >= 0 ? Enum.GetValues<T>()[index] : throw Wrong(name, OneOf<T>());
    }

    /// <summary>A choice that must be made.</summary>
    public T NeededChoice<T>(string name)
        where T : struct, Enum =>
        Choice<T>(name) ?? throw new LabRequestException($"{name} is missing; it is {OneOf<T>()}");

    public IReadOnlyList<RecordedHeader> Headers(string name) =>
        Take(name) switch
        {
            null => [],
            { ValueKind: JsonValueKind.Object } value =>
            [
                .. value
                    .EnumerateObject()
                    .Select(header => new RecordedHeader(header.Name, TextOf($"{name}.{header.Name}", header.Value))),
            ],
            _ => throw Wrong(name, "an object of header fields"),
        };

    /// <summary>A member that must be there.</summary>
    public static T Needed<T>(string name, T? value)
        where T : struct => value ?? throw new LabRequestException($"{name} is missing");

    /// <summary>No member is left that nobody asked for.</summary>
    public void End()
    {
        foreach (var member in _json.EnumerateObject().Where(member => !_known.Contains(member.Name)))
        {
            var known = _known.Count > 0 ? $"there is {string.Join(", ", _known)}" : "there is none";
            throw new LabRequestException($"{member.Name} is no field here; {known}");
        }
    }

    private JsonElement? Take(string name)
    {
        _known.Add(name);
        return _json.TryGetProperty(name, out var value) ? value : null;
    }

    // JSON can escape half a character, and GetString throws on it (RFC 8259 §8.2).
    private static string TextOf(string name, JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString()! : throw Wrong(name, "text");
        }
        catch (InvalidOperationException)
        {
            throw Wrong(name, "whole text");
        }
    }

    private static string OneOf<T>()
        where T : struct, Enum => $"one of {string.Join(", ", Enum.GetValues<T>().Select(NameOf))}";

    private static LabRequestException Wrong(string name, string expected) => new($"{name} must be {expected}");
}
