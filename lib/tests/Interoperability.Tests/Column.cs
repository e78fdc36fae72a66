namespace Interoperability.Tests;

/// <summary>A client and a server that are tried with each other: a column of the table. The programs run while it is measured, and no longer.</summary>
internal abstract class Column
{
    /// <summary>Heads the column, with the version of the program that is not this project's.</summary>
    public abstract string Name { get; }

    /// <summary>Rows that the two do not have in common, each with the reason.</summary>
    public abstract IReadOnlyDictionary<string, string> Reasons { get; }

    /// <summary>Starts the programs, tries every row without a reason, and ends the programs.</summary>
    /// <returns>The outcome of each row that was tried. One that ended otherwise has the exception's words, so that the others still count.</returns>
    public async Task<IReadOnlyDictionary<string, Outcome>> TryAsync()
    {
        await using var pair = await StartAsync();
        var outcomes = new Dictionary<string, Outcome>();
        foreach (var feature in Feature.All.Where(feature => !Reasons.ContainsKey(feature)))
        {
            outcomes[feature] = new Outcome(
                await SaidAsync(pair, feature, right: true),
                await SaidAsync(pair, feature, right: false)
            );
        }

        return outcomes;
    }

    /// <summary>Both programs, ready.</summary>
    protected abstract Task<Pair> StartAsync();

    private static async Task<string> SaidAsync(Pair pair, string feature, bool right)
    {
        try
        {
            return await pair.DoAsync(feature, right);
        }
        catch (Exception error) when (error is not Xunit.Sdk.XunitException)
        {
            return $"{error.GetType().Name}: {error.Message}";
        }
    }
}
