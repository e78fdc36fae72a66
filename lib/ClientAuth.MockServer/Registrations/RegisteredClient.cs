using ClientAuth.MockServer.KeySets;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Registrations;

/// <summary>A client as the server knows it: its metadata, and what only the server knows beside it.</summary>
internal sealed record RegisteredClient(ClientMetadata Metadata)
{
    /// <summary>How it registered itself; null for a client of the operator, whose configuration endpoint is closed.</summary>
    public DynamicRegistration? Dynamic { get; init; }

    /// <summary>Switched off by the operator: known, and refused.</summary>
    public bool IsDisabled { get; init; }

    /// <summary>Secrets that a rotation has replaced, newest first; each is good until its overlap ends.</summary>
    public IReadOnlyList<DatedSecret> FormerSecrets { get; init; } = [];

    /// <summary>The key set at the client's <c>jwks_uri</c>, as far as it has been fetched.</summary>
    public ClientKeySetCache KeySetCache { get; init; } = new();

    /// <summary>Every secret that the client may still use or has used lately, the current one first.</summary>
    public IReadOnlyList<DatedSecret> Secrets => Current is { } current ? [current, .. FormerSecrets] : FormerSecrets;

    private DatedSecret? Current =>
        Metadata.ClientSecret is { Length: > 0 } secret
            ? new DatedSecret(
                new ClientSecret(secret),
                Metadata.ClientSecretExpiresAt is null or 0
                    ? null
                    : DateTimeOffset.FromUnixTimeSeconds(Metadata.ClientSecretExpiresAt.Value)
            )
            : null;

    /// <summary>The same client with other metadata. A secret that is taken away takes those before it along.</summary>
    public RegisteredClient With(ClientMetadata metadata) =>
        this with
        {
            Metadata = metadata,
            FormerSecrets = metadata.ClientSecret == Metadata.ClientSecret ? FormerSecrets : [],
            KeySetCache = AreElsewhere(metadata) ? new ClientKeySetCache() : KeySetCache,
        };

    /// <summary>The same client as its device has registered it again: identifier and age stay, all else is new.</summary>
    public RegisteredClient RenewedAs(RegisteredClient again) =>
        With(again.Metadata with { ClientId = Metadata.ClientId, ClientIdIssuedAt = Metadata.ClientIdIssuedAt }) with
        {
            Dynamic = again.Dynamic,
        };

    /// <summary>The same client with another secret; the current one stays good until then, or until its own end.</summary>
    /// <exception cref="InvalidRegistrationException">It has none, or the new one does not fit.</exception>
    public RegisteredClient WithSecret(
        ClientSecret secret,
        RegistrationRules rules,
        DateTimeOffset now,
        DateTimeOffset overlapEnds
    )
    {
        if (Metadata.ClientSecret is null)
        {
            throw OperatorsChoice.Wrong(Metadata, "client_secret is not there to be rotated");
        }

        var metadata = Metadata with { ClientSecret = secret.Reveal(), ClientSecretExpiresAt = 0 };
        rules.Require(metadata);
        return this with
        {
            Metadata = metadata,
            FormerSecrets =
            [
                .. Secrets
                    .Where(former => former.IsValidAt(now))
                    .Select(former => former with { Ends = former.Ends < overlapEnds ? former.Ends : overlapEnds }),
            ],
        };
    }

    // Which keys of a set are of use depends on the method.
    private bool AreElsewhere(ClientMetadata metadata) =>
        (metadata.JwksUri, metadata.TokenEndpointAuthMethod) != (Metadata.JwksUri, Metadata.TokenEndpointAuthMethod);

    /// <summary>Identifier and method; never the secret.</summary>
    public override string ToString() => Metadata.ToString();
}

/// <summary>A secret of a client and when it ends (RFC 7591 §3.2.1); null means never.</summary>
internal sealed record DatedSecret(ClientSecret Value, DateTimeOffset? Ends)
{
    public bool IsValidAt(DateTimeOffset now) => Ends is null || now < Ends;
}
