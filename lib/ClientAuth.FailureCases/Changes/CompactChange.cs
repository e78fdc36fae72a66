using ClientAuth.FailureCases.Jwts;

namespace ClientAuth.FailureCases.Changes;

/// <summary>The signed JWT in another form: a template over its encoded parts, for example <c>{header}.{payload}</c>.</summary>
public sealed record CompactChange : JwtChange
{
    /// <summary>May name <c>{header}</c>, <c>{payload}</c> and <c>{signature}</c>.</summary>
    public required string Text { get; init; }

    private protected override void Apply(JwtDraft jwt) => jwt.Compact = Text;
}
