using ClientAuth.FailureCases.Jwts;
using ClientAuth.FailureCases.Requests;

namespace ClientAuth.FailureCases.Changes;

/// <summary>The signed JWT in another form: a template over its encoded parts, for example <c>{header}.{payload}</c>.</summary>
public sealed record CompactChange : RequestChange
{
    /// <summary>May name <c>{header}</c>, <c>{payload}</c> and <c>{signature}</c>.</summary>
    public required string Text { get; init; }

    /// <summary>Which JWT; the assertion where it is left out.</summary>
    public JwtKind Of { get; init; }

    internal override void Apply(RequestDraft draft) => draft.OfJwt(Of).Compact = Text;
}
