using System.Text;
using System.Text.Json;
using NotebookEngine.Files;

namespace NotebookEngine.Notebooks;

/// <summary>Reads <c>.ipynb</c> files, nbformat 4.0 to 4.5, and refuses what the format's schema refuses.</summary>
internal static class NotebookReader
{
    // Outputs of charts nest deeper than the 64 levels that are the default.
    private static readonly JsonDocumentOptions StrictJson = new()
    {
        AllowDuplicateProperties = false,
        MaxDepth = JupyterJson.Deepest,
    };

    /// <exception cref="UnreadableNotebookException">The file cannot be read, is no JSON, or breaks a rule of nbformat.</exception>
    internal static Notebook Read(string path)
    {
        try
        {
            return Parse(path, RegularFile.ReadBytes(path));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UnreadableNotebookException(path, $"cannot be read: {problem.Message}", problem);
        }
    }

    /// <param name="path">What the notebook is called.</param>
    /// <param name="bytes">Of its file.</param>
    /// <exception cref="UnreadableNotebookException">They are no JSON, or break a rule of nbformat.</exception>
    internal static Notebook Parse(string path, byte[] bytes)
    {
        try
        {
            CheckStart(bytes);
            CharacterRules.Check(bytes, new JsonReaderOptions { MaxDepth = StrictJson.MaxDepth });
            using var document = JsonDocument.Parse(bytes, StrictJson);
            return Read(path, document.RootElement);
        }
        catch (JsonException problem)
        {
            throw new UnreadableNotebookException(path, Describe(problem), problem);
        }
        catch (FormatRuleException problem)
        {
            throw new UnreadableNotebookException(path, problem.Message, problem);
        }
    }

    private static Notebook Read(string path, JsonElement root)
    {
        const string Where = "the notebook";
        root.MustBe(JsonValueKind.Object, Where);
        var minor = ReadVersion(root, Where);
        root.MustOnlyHave(Where, "nbformat", "nbformat_minor", "metadata", "cells");
        var metadata = root.Required("metadata", JsonValueKind.Object, Where);
        LanguageRule.Check(metadata);

        var ids = new HashSet<string>(StringComparer.Ordinal);
        var cells = root.Required("cells", JsonValueKind.Array, Where)
            .EnumerateArray()
            .Select((cell, index) => new CellReader(index + 1, minor).Read(cell))
            .ToList();
        foreach (var cell in cells.Where(cell => !ids.Add(cell.Id)))
        {
            throw new FormatRuleException(
                $"cell {cell.Number}",
                $"an earlier cell has the id '{cell.Id}', too; give each cell its own"
            );
        }

        return new Notebook
        {
            Path = path,
            Cells = cells,
            Metadata = metadata.Clone(),
        };
    }

    private static void CheckStart(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            throw new FormatRuleException("the notebook", "the file is empty");
        }

        if (bytes.StartsWith(Encoding.UTF8.Preamble))
        {
            throw new FormatRuleException(
                "the notebook",
                "begins with a byte-order mark; save it as UTF-8 without one"
            );
        }
    }

    private static int ReadVersion(JsonElement root, string where)
    {
        var major = root.RequiredInteger("nbformat", where);
        var minor = root.RequiredInteger("nbformat_minor", where);
        return major == 4 && minor is >= 0 and <= 5
            ? minor
            : throw new FormatRuleException(
                where,
                $"nbformat {major}.{minor} is not supported, 4.0 to 4.5 are; save it anew in VS Code or JupyterLab"
            );
    }

    // The exception's own text ends in path and position once more, counted from 0; people and editors count from 1.
    private static string Describe(JsonException problem)
    {
        var reason = problem.Message.Split(" LineNumber:", 2)[0].Split(" Path:", 2)[0].TrimEnd('.');
        return problem is { LineNumber: { } line, BytePositionInLine: { } position }
            ? $"line {line + 1}, byte {position + 1}: no JSON: {reason}"
            : $"no JSON: {reason}";
    }
}

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
