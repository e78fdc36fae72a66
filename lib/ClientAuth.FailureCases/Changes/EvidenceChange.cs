using ClientAuth.Devices;
using ClientAuth.FailureCases.Fixtures;
using ClientAuth.FailureCases.Requests;

namespace ClientAuth.FailureCases.Changes;

/// <summary>Evidence of another phone, or faulty evidence; with a DPoP proof by that phone's key.</summary>
public sealed record EvidenceChange : RequestChange
{
    /// <summary>The id of a phone, or the name that a step has given one; <c>flagship</c> where it is left out.</summary>
    public string? Device { get; init; }

    /// <summary>What is wrong with it: the name of one of the flaws in <c>ClientAuth.Devices</c>.</summary>
    public string? Flaw { get; init; }

    /// <summary>What the phone includes in place of the challenge that the server has just given.</summary>
    public string? Challenge { get; init; }

    /// <summary>Whether the app has forgotten its key, so that a new one is attested.</summary>
    public bool NewKey { get; init; }

    internal override void Apply(RequestDraft draft)
    {
        var device = Device ?? CaseFixture.StandardPhone;
        if (NewKey)
        {
            draft.Devices.ForgetKey(device);
        }

        var flaw = Flaw is null ? EvidenceFlaw.None : EvidenceFlaw.Named(Flaw);
        EvidenceDraft.AddTo(draft, new EvidenceDraft(device, Challenge ?? "{challenge}", flaw));
    }
}
