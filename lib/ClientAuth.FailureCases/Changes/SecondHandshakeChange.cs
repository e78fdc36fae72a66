using ClientAuth.FailureCases.Requests;

namespace ClientAuth.FailureCases.Changes;

/// <summary>A second handshake begins in the middle of the connection, before the request is sent (RFC 8446 §4.1.2).</summary>
public sealed record SecondHandshakeChange : RequestChange
{
    internal override void Apply(RequestDraft draft) => draft.BeginsSecondHandshake = true;
}
