using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Options;

/// <summary>What a JWT client assertion must be (RFC 7523 §3).</summary>
public sealed record AssertionOptions
{
    private const int MostKeysTried = 10_000;

    /// <summary>Which <c>aud</c> it must have; the issuer identifier by default.</summary>
    public AudiencePolicy AudiencePolicy { get; init; } = AudiencePolicy.IssuerOnly;

    /// <summary>How it may write that one <c>aud</c>. Holds for the proofs of attested clients, too.</summary>
    public AudienceForm AudienceForm { get; init; } = AudienceForm.StringOrSingleElementArray;

    /// <summary>What its <c>typ</c> must be.</summary>
    public TypPolicy TypPolicy { get; init; } = TypPolicy.Optional;

    /// <summary>Whether it must name its key by <c>kid</c>.</summary>
    public KeyIdPolicy KeyIdPolicy { get; init; } = KeyIdPolicy.Optional;

    /// <summary>What it may be signed with, within what its client's method and registration allow; FAPI 2.0 §5.4.1 leaves RS256 out.</summary>
    public IReadOnlyList<string> AssertionAlgorithms { get; init; } =
    [.. SignatureAlgorithms.Symmetric, .. SignatureAlgorithms.Asymmetric];

    /// <summary>How far ahead <c>exp</c> may lie, and how long ago <c>iat</c>; five minutes by default.</summary>
    public TimeSpan MaximumAssertionLifetime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// How many keys one assertion is verified with, where it names none by <c>kid</c> or several have that name; 8 by default. Where more
    /// fit, it is refused and none is tried: a forged one would cost as much as all of them. Holds for client attestations and software
    /// statements, too.
    /// </summary>
    public int MaximumKeysTried { get; init; } = 8;

    internal void Check()
    {
        InvalidOptionException.ThrowUnlessWithin(MaximumKeysTried, 1, MostKeysTried);
        if (AssertionAlgorithms.FirstOrDefault(alg => !IsKnown(alg)) is { } unknown)
        {
            throw new InvalidOptionException(
                nameof(AssertionAlgorithms),
                $"AssertionAlgorithms has '{unknown}', which this server does not know."
            );
        }

        InvalidOptionException.ThrowUnlessLasting(MaximumAssertionLifetime);
    }

    private static bool IsKnown(string alg) =>
        SignatureAlgorithms.Symmetric.Contains(alg) || SignatureAlgorithms.Asymmetric.Contains(alg);
}
