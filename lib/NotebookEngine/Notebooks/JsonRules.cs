using System.Text.Json;

namespace NotebookEngine.Notebooks;

/// <summary>Reads members of the notebook's JSON; what is missing or of the wrong kind is named with its place.</summary>
internal static class JsonRules
{
    extension(JsonElement element)
    {
        internal void MustBe(JsonValueKind kind, string where)
        {
            if (element.ValueKind != kind)
            {
                throw new FormatRuleException(where, $"must be {Name(kind)}, is {Name(element.ValueKind)}");
            }
        }

        internal JsonElement Required(string member, string where) =>
            element.TryGetProperty(member, out var value)
                ? value
                : throw new FormatRuleException(where, $"'{member}' is missing");

        internal JsonElement Required(string member, JsonValueKind kind, string where)
        {
            var value = element.Required(member, where);
            value.MustBe(kind, $"{where}: '{member}'");
            return value;
        }

        internal int RequiredInteger(string member, string where) =>
            element.Required(member, JsonValueKind.Number, where).TryGetInt32(out var number)
                ? number
                : throw new FormatRuleException(where, $"'{member}' must be a whole number");

        internal void MustOnlyHave(string where, params ReadOnlySpan<string> known)
        {
            foreach (var property in element.EnumerateObject())
            {
                if (!known.Contains(property.Name))
                {
                    throw new FormatRuleException(where, $"'{property.Name}' is no member that nbformat knows here");
                }
            }
        }

        /// <summary>A string, or a list of lines of which each but the last ends in a line feed.</summary>
        internal string MultilineString(string where)
        {
            if (element.ValueKind == JsonValueKind.String)
            {
                return element.GetString()!;
            }

            if (element.ValueKind != JsonValueKind.Array)
            {
                throw new FormatRuleException(
                    where,
                    $"must be a string or a list of strings, is {Name(element.ValueKind)}"
                );
            }

            var number = 0;
            var count = element.GetArrayLength();
            foreach (var line in element.EnumerateArray())
            {
                number++;
                line.MustBe(JsonValueKind.String, $"{where}, line {number}");
                if (number < count && !line.GetString()!.EndsWith('\n'))
                {
                    throw new FormatRuleException(
                        $"{where}, line {number}",
                        "must end in \\n, since it is not the last"
                    );
                }
            }

            return string.Concat(element.EnumerateArray().Select(line => line.GetString()));
        }
    }

    private static string Name(JsonValueKind kind) =>
        kind switch
        {
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => "a list",
            JsonValueKind.String => "a string",
            JsonValueKind.Number => "a number",
            JsonValueKind.Null => "null",
            _ => "a boolean",
        };
}

/// <summary>A rule of nbformat is broken; the reader adds the file's name.</summary>
internal sealed class FormatRuleException(string where, string problem) : Exception($"{where}: {problem}");
