namespace ClientAuth.Visuals;

/// <summary>One mistake and what two servers answered to it.</summary>
/// <param name="Number">Its place among the most frequent mistakes.</param>
/// <param name="Mistake">What was done, in a few words.</param>
/// <param name="Yours">What the reader's server answered, in a few words.</param>
/// <param name="Labs">What the lab's answered.</param>
/// <param name="Meaning">What the reader may conclude.</param>
/// <param name="Verdict">Whether the reader's server answered as it should.</param>
public sealed record MistakeRow(
    int Number,
    string Mistake,
    string Yours,
    string Labs,
    string Meaning,
    MistakeVerdict Verdict
);

/// <summary>How a server dealt with a mistake.</summary>
public enum MistakeVerdict
{
    /// <summary>As it should.</summary>
    AsItShould,

    /// <summary>It let it pass, or makes it itself.</summary>
    Finding,

    /// <summary>It was sent, and does not tell: the server was busy or broken, or gave no answer.</summary>
    Undecided,

    /// <summary>Nothing was sent.</summary>
    NotAsked,
}
