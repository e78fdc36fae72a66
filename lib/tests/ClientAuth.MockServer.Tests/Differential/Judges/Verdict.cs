namespace ClientAuth.MockServer.Tests.Differential.Judges;

/// <summary>What somebody says about a chain.</summary>
/// <param name="Accepts">Whether it is good.</param>
/// <param name="Reason">Why not, in the judge's own words; empty where it is good.</param>
internal readonly record struct Verdict(bool Accepts, string Reason)
{
    /// <summary>Where a certificate is none in the eyes of the one that would judge it.</summary>
    public const string Unreadable = "unreadable";

    public static Verdict Good => new(true, "");

    public static Verdict Bad(string reason) => new(false, reason);

    public override string ToString() => Accepts ? "accepted" : $"refused: {Reason}";
}
