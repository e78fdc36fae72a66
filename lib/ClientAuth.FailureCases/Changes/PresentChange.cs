using ClientAuth.FailureCases.Requests;

namespace ClientAuth.FailureCases.Changes;

/// <summary>A credential of another method, in the name of the same client: beside its own, or instead.</summary>
public sealed record PresentChange : RequestChange
{
    /// <summary>A registered method name.</summary>
    public required string Method { get; init; }

    /// <summary>In place of the client's own credential.</summary>
    public bool Instead { get; init; }

    internal override void Apply(RequestDraft draft)
    {
        if (Instead)
        {
            PresentedCredential.Withdraw(draft);
        }

        PresentedCredential.Present(draft, Method);
    }
}
