using ClientAuth.FailureCases.Jwts;

namespace ClientAuth.FailureCases.Changes;

/// <summary>Something else in place of the signature, made once everything it covers is settled.</summary>
public sealed record SignatureChange : JwtChange
{
    public required SignatureForm Form { get; init; }

    private protected override void Apply(JwtDraft jwt) => jwt.SignatureForm = Form;
}
