using System.Text.Json;

namespace NotebookEngine.Notebooks;

/// <summary>The notebook's kernelspec must be complete and say C#.</summary>
internal static class LanguageRule
{
    internal static void Check(JsonElement metadata)
    {
        const string Where = "metadata.kernelspec";
        var kernelspec = metadata.Required("kernelspec", JsonValueKind.Object, "metadata");
        kernelspec.Required("name", JsonValueKind.String, Where);
        kernelspec.Required("display_name", JsonValueKind.String, Where);
        var language = kernelspec.Required("language", JsonValueKind.String, Where).GetString();
        if (!string.Equals(language, "C#", StringComparison.OrdinalIgnoreCase))
        {
            throw new FormatRuleException(Where, $"the language is {language}; only C# notebooks can be run here");
        }
    }
}
