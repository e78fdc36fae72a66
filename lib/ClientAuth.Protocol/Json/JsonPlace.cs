using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;

namespace ClientAuth.Protocol.Json;

/// <summary>Describes what is allowed at a place of a JSON text, from the types that the text is read into.</summary>
internal sealed partial class JsonPlace
{
    private readonly JsonTypeInfo? _info;

    // Every type on the way, the kinds of each among them.
    private readonly List<JsonTypeInfo> _known = [];

    public JsonPlace(JsonTypeInfo root, string path)
    {
        _info = root;
        foreach (var step in Step().Matches(path).AsEnumerable())
        {
            _info = Below(_info, step.Groups["name"]);
        }
    }

    /// <summary>The form of the value, in words; null where the types do not say.</summary>
    public string? Expected =>
        _info is null ? null
        : Nullable.GetUnderlyingType(_info.Type) is { } given ? Words(given, _info.Kind)
        : Words(_info.Type, _info.Kind);

    /// <summary>What an object of several kinds says about them.</summary>
    public string Kinds =>
        _info?.PolymorphismOptions is { } kinds
            ? $"{kinds.TypeDiscriminatorPropertyName} is one of {string.Join(", ", kinds.DerivedTypes.Select(kind => kind.TypeDiscriminator))}"
            : "no kind is known here";

    /// <summary>The members of the object that holds this place.</summary>
    /// <param name="type">Full name of the object's type.</param>
    public string SiblingsIn(string type) =>
        _known.FirstOrDefault(info => info.Type.FullName == type) is { Properties: [_, ..] members }
            ? string.Join(", ", members.Select(member => member.Name))
            : "none";

    private JsonTypeInfo? Below(JsonTypeInfo? info, Group name)
    {
        if (info is null)
        {
            return null;
        }

        var candidates = info.PolymorphismOptions is { } kinds
            ? kinds.DerivedTypes.Select(kind => info.Options.GetTypeInfo(kind.DerivedType)).ToList()
            : [info];
        _known.AddRange(candidates);
        if (info.ElementType is { } element)
        {
            return info.Options.GetTypeInfo(element);
        }

        // Where several kinds have a member of one name and differ in its type, nothing is said.
        var types = candidates
            .SelectMany(candidate => candidate.Properties)
            .Where(member => member.Name == name.Value)
            .Select(member => member.PropertyType)
            .Distinct()
            .ToList();
        return types is [var only] ? info.Options.GetTypeInfo(only) : null;
    }

    private static string? Words(Type type, JsonTypeInfoKind kind) =>
        kind switch
        {
            JsonTypeInfoKind.Enumerable => "a list, [ … ]",
            JsonTypeInfoKind.Dictionary or JsonTypeInfoKind.Object => "an object, { … }",
            _ when type.IsEnum =>
                $"one of {string.Join(", ", Enum.GetNames(type).Select(JsonNamingPolicy.SnakeCaseLower.ConvertName))}",
            _ when type == typeof(string) => "text",
            _ when type == typeof(bool) => "true or false",
            _ when type == typeof(int) || type == typeof(long) => "a whole number",
            _ when type == typeof(double) => "a number",
            _ => null,
        };

    [GeneratedRegex(@"\.(?<name>[^.\[]+)|\['(?<name>[^']*)'\]|\[\d+\]")]
    private static partial Regex Step();
}
