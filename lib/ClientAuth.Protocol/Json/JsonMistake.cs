using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;

namespace ClientAuth.Protocol.Json;

/// <summary>
/// A mistake in a JSON text, and what is allowed in its place, in the words of the text's author. The serializer's own messages
/// name types of the program, which the author has never seen.
/// </summary>
/// <param name="Line">Line of the text, from 1; null where it is not known.</param>
/// <param name="Path">Place in the text, <c>$.sections[0].id</c>.</param>
/// <param name="Reason">What is wrong; a sentence with its full stop.</param>
public sealed partial record JsonMistake(long? Line, string Path, string Reason)
{
    /// <summary>Whether an exception of the serializer says that the text is wrong.</summary>
    public static bool IsOne(Exception error) => error is JsonException or NotSupportedException;

    /// <summary>The mistake that the serializer found.</summary>
    /// <param name="error">What it threw.</param>
    /// <param name="root">The type that the whole text was to be.</param>
    public static JsonMistake Of(Exception error, JsonTypeInfo root)
    {
        var place = Place().Match(error.Message);
        var path = (error as JsonException)?.Path ?? (place.Success ? place.Groups["path"].Value : "$");
        var zeroBased =
            (error as JsonException)?.LineNumber
            ?? (long.TryParse(place.Groups["line"].Value, out var line) ? line : null);
        var message = place.Success ? error.Message[..place.Index] : error.Message;
        return new JsonMistake(zeroBased + 1, path, ReasonOf(message, new JsonPlace(root, path)));
    }

    private static string ReasonOf(string message, JsonPlace place) =>
        message switch
        {
            _ when message.Contains("any JSON tokens", StringComparison.Ordinal) => "the text is empty.",
            _ when Conversion().IsMatch(message) => place.Expected is { } expected
                ? $"it must be {expected}."
                : "the value is of the wrong type.",
            _ when NoNull().IsMatch(message) => place.Expected is { } expected
                ? $"it must not be null; it must be {expected}."
                : "it must not be null.",
            _ when Unmapped().Match(message) is { Success: true } unmapped =>
                $"'{unmapped.Groups["name"].Value}' is no member here; there is {place.SiblingsIn(unmapped.Groups["type"].Value)}.",
            _ when Missing().Match(message) is { Success: true } missing =>
                $"missing here: {missing.Groups["names"].Value}.",
            _ when Twice().Match(message) is { Success: true } twice => $"'{twice.Groups["name"].Value}' stands twice.",
            _ when UnknownKind().Match(message) is { Success: true } unknown =>
                $"'{unknown.Groups["kind"].Value}' is not a known kind; {place.Kinds}.",
            _ when message.Contains("must specify a type discriminator", StringComparison.Ordinal) =>
                $"the kind is missing; {place.Kinds}.",
            _ when message.Contains("contains a trailing comma", StringComparison.Ordinal) =>
                "there is a comma after the last element; remove it.",
            // The rest of the serializer's sentences is about the text; its advice is about its options.
            _ => Advice().Replace(message, ""),
        };

    [GeneratedRegex(@" Path: (?<path>\$\S*) \| LineNumber: (?<line>\d+) ")]
    private static partial Regex Place();

    [GeneratedRegex(@"^The JSON value could not be converted to ")]
    private static partial Regex Conversion();

    [GeneratedRegex(@"doesn't allow (setting )?null values")]
    private static partial Regex NoNull();

    [GeneratedRegex(
        @"^The JSON property '(?<name>.*)' could not be mapped to any .* contained in type '(?<type>[^']+)'"
    )]
    private static partial Regex Unmapped();

    [GeneratedRegex(@"missing required properties including: (?<names>[^.]+)\.")]
    private static partial Regex Missing();

    [GeneratedRegex(@"^Duplicate property '(?<name>.*)' encountered")]
    private static partial Regex Twice();

    [GeneratedRegex(@"^Read unrecognized type discriminator id '(?<kind>.*)'")]
    private static partial Regex UnknownKind();

    [GeneratedRegex(@" (Change the reader options|Consider updating its nullability annotation)\.")]
    private static partial Regex Advice();
}
