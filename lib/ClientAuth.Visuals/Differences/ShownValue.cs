namespace ClientAuth.Visuals.Differences;

/// <summary>A value of which perhaps only a part may be shown.</summary>
/// <param name="Whole">What is compared.</param>
/// <param name="Shown">What a reader sees of it; of a credential the beginning and the length.</param>
internal sealed record ShownValue(string Whole, string Shown)
{
    public ShownValue(string shown)
        : this(shown, shown) { }
}
