using System.Text.Json;

namespace Lessons.Tests;

/// <summary>
/// The form in which a lesson is committed. What counts is what git would commit now: who has run a lesson and saved it has outputs
/// and a front end's metadata in the file, and nothing wrong with it. Without git, the file itself is held.
/// </summary>
public sealed class CommittedFormTests
{
    public static TheoryData<string> Lessons => Checkout.Lessons;

    [Theory]
    [MemberData(nameof(Lessons))]
    public async Task It_is_committed_without_outputs(string lesson)
    {
        using var json = await ReadAsync(lesson);
        var ran = json
            .RootElement.GetProperty("cells")
            .EnumerateArray()
            .Where(HasRun)
            .Select(cell => cell.GetProperty("id").GetString());

        Assert.True(
            !ran.Any(),
            $"notebooks/{lesson} would be committed with the outputs of {string.Join(", ", ran)}: clear all outputs in the editor, save, and stage it again"
        );
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public async Task It_is_committed_as_a_Polyglot_notebook(string lesson)
    {
        using var json = await ReadAsync(lesson);

        Assert.Equal(5, json.RootElement.GetProperty("nbformat_minor").GetInt32());
        var metadata = json.RootElement.GetProperty("metadata");
        Assert.Equal(".net-csharp", metadata.GetProperty("kernelspec").GetProperty("name").GetString());
        Assert.True(metadata.TryGetProperty("polyglot_notebook", out _));
    }

    private static bool HasRun(JsonElement cell) =>
        cell.TryGetProperty("outputs", out var outputs)
        && (outputs.GetArrayLength() > 0 || cell.GetProperty("execution_count").ValueKind != JsonValueKind.Null);

    private static async Task<JsonDocument> ReadAsync(string lesson) =>
        JsonDocument.Parse(
            await GitFile.ReadAsync(GitFile.Staged, $"notebooks/{lesson}")
                ?? await File.ReadAllTextAsync(Checkout.PathOf(lesson), TestContext.Current.CancellationToken)
        );
}
