using ClientAuth.FailureCases.Jwts;
using ClientAuth.FailureCases.Requests;

namespace ClientAuth.FailureCases.Changes;

/// <summary>A change to one of the JWTs of a request.</summary>
public abstract record JwtChange : RequestChange
{
    private protected JwtChange() { }

    /// <summary>Which JWT; the assertion where it is left out.</summary>
    public JwtKind Of { get; init; }

    internal sealed override void Apply(RequestDraft draft) => Apply(draft.OfJwt(Of));

    private protected abstract void Apply(JwtDraft jwt);
}
