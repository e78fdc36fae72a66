namespace Interoperability.Tests;

/// <summary>A client and a server that are tried with each other: a column of the table. The programs run while it is measured, and no longer.</summary>
/// <param name="Name">Heads the column, with the version of the program that is not this project's.</param>
/// <param name="StartAsync">Starts both programs.</param>
/// <param name="Reasons">Rows that the two do not have in common, each with the reason.</param>
internal sealed record Column(string Name, Func<Task<Pair>> StartAsync, IReadOnlyDictionary<string, string> Reasons)
{
    /// <summary>The rows that are tried.</summary>
    public IEnumerable<string> Features => Feature.All.Where(feature => !Reasons.ContainsKey(feature));

    /// <summary>Starts the programs, tries every row without a reason, and ends the programs.</summary>
    /// <returns>The outcome of each row that was tried. One that ended otherwise has the exception's words, so that the others still count.</returns>
    public async Task<IReadOnlyDictionary<string, Outcome>> TryAsync()
    {
        await using var pair = await StartAsync();
        var outcomes = new Dictionary<string, Outcome>();
        foreach (var feature in Features)
        {
            outcomes[feature] = new Outcome(
                await SaidAsync(pair, feature, right: true),
                await SaidAsync(pair, feature, right: false)
            );
        }

        return outcomes;
    }

    private static async Task<string> SaidAsync(Pair pair, string feature, bool right)
    {
        try
        {
            return await pair.DoAsync(feature, right);
        }
        catch (Exception error) when (error is not Xunit.Sdk.SkipException)
        {
            return $"{error.GetType().Name}: {error.Message}";
        }
    }
}
