using ClientAuth.FailureCases.Jwts;
using ClientAuth.FailureCases.Requests;

namespace ClientAuth.FailureCases.Changes;

/// <summary>Something else in place of the signature, made once everything it covers is settled.</summary>
public sealed record SignatureChange : RequestChange
{
    public required SignatureForm Form { get; init; }

    /// <summary>Which JWT; the assertion where it is left out.</summary>
    public JwtKind Of { get; init; }

    internal override void Apply(RequestDraft draft) => draft.OfJwt(Of).SignatureForm = Form;
}
