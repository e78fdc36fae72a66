using ClientAuth.FailureCases.Requests;

namespace ClientAuth.FailureCases.Changes;

/// <summary>A TLS client that resumes an earlier session wherever the server lets it (RFC 8446 §2.2).</summary>
public sealed record ResumeChange : RequestChange
{
    internal override void Apply(RequestDraft draft) => draft.MayResume = true;
}
