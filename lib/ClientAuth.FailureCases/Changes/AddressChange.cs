using ClientAuth.FailureCases.Requests;

namespace ClientAuth.FailureCases.Changes;

/// <summary>Another address of the same endpoint.</summary>
public sealed record AddressChange : RequestChange
{
    /// <summary>On the listener that asks for a client certificate, or on the one that does not.</summary>
    public bool? Mtls { get; init; }

    /// <summary>At the second server of the issuer.</summary>
    public bool SecondNode { get; init; }

    internal override void Apply(RequestDraft draft)
    {
        draft.AtCertificateEndpoint = Mtls ?? draft.AtCertificateEndpoint;
        draft.AtSecondNode |= SecondNode;
    }
}
