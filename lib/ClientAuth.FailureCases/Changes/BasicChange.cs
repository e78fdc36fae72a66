using ClientAuth.FailureCases.Requests;
using ClientAuth.FailureCases.Values;

namespace ClientAuth.FailureCases.Changes;

/// <summary>Another <c>Authorization</c> header. What is not given stays as the client would have it.</summary>
public sealed record BasicChange : RequestChange
{
    public string? Scheme { get; init; }

    /// <summary>What is encoded in Base64; <c>{client_id|form}:{secret|form}</c> where it is left out.</summary>
    public string? Pair { get; init; }

    /// <summary>What stands behind the scheme, in place of a pair in Base64.</summary>
    public string? Credentials { get; init; }

    internal override void Apply(RequestDraft draft)
    {
        var pair = Pair is null ? "{basic_pair|base64}" : Base64.OfLatin1(draft.Values.Expand(Pair));
        draft.SetHeader("Authorization", $"{Scheme ?? "Basic"} {Credentials ?? pair}");
    }
}
