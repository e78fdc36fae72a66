using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ClientAuth.FailureCases.Values;

/// <summary>
/// Values that a case names and cannot know: <c>{issuer}</c>, <c>{secret}</c>, <c>{now+300}</c>, <c>{jwk:attacker}</c>, with a
/// filter behind a bar: <c>{secret|form}</c>. What is filled in is not looked at again.
/// </summary>
internal sealed partial class Placeholders(Placeholders? outer = null)
{
    private const string Base64UrlAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    // Those that stand for JSON, where they are all of a string.
    private static readonly string[] JsonValued = ["now", "jwk", "certificate_jwk", "private_jwk", "evidence"];

    private readonly Dictionary<string, Func<string, string>> _values = new(StringComparer.Ordinal);

    public void Set(string name, string value) => _values[name] = _ => value;

    public void Set(string name, Func<string> value) => _values[name] = _ => value();

    /// <summary>A placeholder with an argument, behind a colon or, for <c>now</c>, behind its sign.</summary>
    public void Set(string name, Func<string, string> value) => _values[name] = value;

    /// <summary>Whether there is such a value.</summary>
    public bool Knows(string name) => Find(name) is not null;

    /// <summary>Fills in every placeholder.</summary>
    /// <exception cref="UnusableCaseException">There is no such value or filter.</exception>
    public string Expand(string template) => Pattern().Replace(template, Value);

    /// <summary>Fills in every placeholder of a JSON value; a member named <c>...</c> is replaced by the members it stands for.</summary>
    public JsonNode? Resolve(JsonNode? template) =>
        template switch
        {
            JsonObject members => ResolveObject(members),
            JsonArray elements => new JsonArray([.. elements.Select(Resolve)]),
            JsonValue value when value.TryGetValue<string>(out var text) => ResolveText(text),
            _ => template?.DeepClone(),
        };

    private JsonObject ResolveObject(JsonObject members)
    {
        var resolved = new JsonObject();
        foreach (var (name, value) in members)
        {
            if (name != "...")
            {
                resolved[Expand(name)] = Resolve(value);
                continue;
            }

            var inner = Resolve(value) as JsonObject ?? throw NoObject(value);
            foreach (var (spreadName, spread) in inner)
            {
                resolved[spreadName] = spread?.DeepClone();
            }
        }

        return resolved;
    }

    private static UnusableCaseException NoObject(JsonNode? value) =>
        new($"the member '...' needs an object, whose members replace it; it has {value?.ToJsonString() ?? "null"}");

    private JsonNode? ResolveText(string text)
    {
        var match = Pattern().Match(text);
        return match.Success && match.Length == text.Length && JsonValued.Contains(match.Groups["name"].Value)
            ? JsonNode.Parse(Value(match))
            : JsonValue.Create(Expand(text));
    }

    private string Value(Match match)
    {
        var name = match.Groups["name"].Value;
        var argument = match.Groups["offset"].Value + match.Groups["argument"].Value;
        var value = Find(name) is { } find
            ? find(argument)
            : throw new UnusableCaseException($"there is no value for the placeholder '{match.Value}' here");
        return Filtered(value, match.Groups["filter"].Value);
    }

    private Func<string, string>? Find(string name) => _values.GetValueOrDefault(name) ?? outer?.Find(name);

    private static string Filtered(string value, string filter) =>
        filter switch
        {
            "" => value,
            "form" => Uri.EscapeDataString(value),
            "upper" => value.ToUpperInvariant(),
            "lower" => value.ToLower(CultureInfo.InvariantCulture),
            "base64" => Base64.OfLatin1(value),
            "hex" => Convert.ToHexString(Encoding.UTF8.GetBytes(value)),
            "spare" => WithSpareBit(value),
            _ => throw new UnusableCaseException($"there is no filter '{filter}'"),
        };

    // Another spelling of the same octets: the last character's unused bits are set (RFC 4648 §3.5).
    private static string WithSpareBit(string base64Url) =>
        base64Url.Length % 4 is 2 or 3
            ? base64Url[..^1]
                + Base64UrlAlphabet[Base64UrlAlphabet.IndexOf(base64Url[^1], StringComparison.Ordinal) + 1]
            : throw new UnusableCaseException("the filter 'spare' needs a segment whose last character has spare bits");

    [GeneratedRegex(
        @"\{(?<name>[a-z][A-Za-z0-9_.#-]*?)(?:(?<offset>[+-]\d+)|:(?<argument>[^{}|]+))?(?:\|(?<filter>[a-z0-9]+))?\}"
    )]
    private static partial Regex Pattern();
}
