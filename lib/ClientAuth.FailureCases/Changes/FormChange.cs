using ClientAuth.FailureCases.Requests;

namespace ClientAuth.FailureCases.Changes;

/// <summary>Other form parameters.</summary>
public sealed record FormChange : RequestChange
{
    /// <summary>One parameter each; an empty value is sent empty.</summary>
    public IReadOnlyDictionary<string, string>? Set { get; init; }

    /// <summary>A parameter for each value.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Repeat { get; init; }

    public IReadOnlyList<string>? Remove { get; init; }

    internal override void Apply(RequestDraft draft)
    {
        foreach (var name in Remove ?? [])
        {
            draft.RemoveParameter(name);
        }

        foreach (var (name, value) in Set ?? new Dictionary<string, string>())
        {
            draft.SetParameter(name, value);
        }

        foreach (var (name, values) in Repeat ?? new Dictionary<string, IReadOnlyList<string>>())
        {
            draft.SetParameter(name, [.. values]);
        }
    }
}
