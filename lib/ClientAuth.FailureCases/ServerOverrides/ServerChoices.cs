using ClientAuth.MockServer;

namespace ClientAuth.FailureCases.ServerOverrides;

/// <summary>The policies of a server that a case may choose. Left out, the server's default holds.</summary>
public sealed record ServerChoices
{
    public AudiencePolicy? AudiencePolicy { get; init; }

    public AudienceForm? AudienceForm { get; init; }

    public TypPolicy? TypPolicy { get; init; }

    public KeyIdPolicy? KeyIdPolicy { get; init; }

    public IReadOnlyList<string>? AssertionAlgorithms { get; init; }

    public bool? AcceptSecretInBody { get; init; }

    public bool? AcceptReissuedSelfSignedCertificates { get; init; }

    public int? ClockSkewSeconds { get; init; }

    public int? MaximumAssertionLifetimeSeconds { get; init; }

    public int? MinimumRsaKeySize { get; init; }

    public CertificateChoices? Certificates { get; init; }

    public RegistrationChoices? Registration { get; init; }

    public DeviceChoices? Devices { get; init; }

    public int? AuthenticationFailureLimit { get; init; }

    public int? MaximumRequestHeadersSize { get; init; }

    public int? MaximumRequestBodySize { get; init; }

    public int? MaximumKeySetSize { get; init; }

    /// <summary>False takes the authority away that has issued the certificate of the key host.</summary>
    public bool? TrustsJwksHost { get; init; }

    /// <summary>Identifiers of the clients that may introspect every token.</summary>
    public IReadOnlyList<string>? ResourceServers { get; init; }

    /// <summary>Whether the issuer has a second server.</summary>
    public bool? SecondNode { get; init; }

    /// <summary>Whether the second server knows which assertions the first has spent; it does where this is left out.</summary>
    public bool? SharedAssertions { get; init; }

    public NoncePolicy? DpopNonces { get; init; }

    public NoncePolicy? AttestationChallenges { get; init; }

    public int? NonceLifetimeSeconds { get; init; }

    public int? MaximumProofAgeSeconds { get; init; }

    public int? MaximumAttestationAgeSeconds { get; init; }

    public bool? RequireAttestationIssueTime { get; init; }

    public IReadOnlyList<string>? ProofAlgorithms { get; init; }

    internal AuthorizationServerOptions Apply(AuthorizationServerOptions options) =>
        options with
        {
            AudiencePolicy = AudiencePolicy ?? options.AudiencePolicy,
            AudienceForm = AudienceForm ?? options.AudienceForm,
            TypPolicy = TypPolicy ?? options.TypPolicy,
            KeyIdPolicy = KeyIdPolicy ?? options.KeyIdPolicy,
            AssertionAlgorithms = AssertionAlgorithms ?? options.AssertionAlgorithms,
            AcceptSecretInBody = AcceptSecretInBody ?? options.AcceptSecretInBody,
            AcceptReissuedSelfSignedCertificates =
                AcceptReissuedSelfSignedCertificates ?? options.AcceptReissuedSelfSignedCertificates,
            ClockSkew = Seconds(ClockSkewSeconds) ?? options.ClockSkew,
            MaximumAssertionLifetime = Seconds(MaximumAssertionLifetimeSeconds) ?? options.MaximumAssertionLifetime,
            ResourceServers = ResourceServers ?? options.ResourceServers,
            MinimumRsaKeySize = MinimumRsaKeySize ?? options.MinimumRsaKeySize,
            AuthenticationFailureLimit = AuthenticationFailureLimit ?? options.AuthenticationFailureLimit,
            MaximumRequestHeadersSize = MaximumRequestHeadersSize ?? options.MaximumRequestHeadersSize,
            MaximumRequestBodySize = MaximumRequestBodySize ?? options.MaximumRequestBodySize,
            MaximumKeySetSize = MaximumKeySetSize ?? options.MaximumKeySetSize,
            JwksUriAuthorities = TrustsJwksHost is false ? [] : options.JwksUriAuthorities,
            DpopNonces = DpopNonces ?? options.DpopNonces,
            AttestationChallenges = AttestationChallenges ?? options.AttestationChallenges,
            NonceLifetime = Seconds(NonceLifetimeSeconds) ?? options.NonceLifetime,
            MaximumProofAge = Seconds(MaximumProofAgeSeconds) ?? options.MaximumProofAge,
            MaximumAttestationAge = Seconds(MaximumAttestationAgeSeconds) ?? options.MaximumAttestationAge,
            RequireAttestationIssueTime = RequireAttestationIssueTime ?? options.RequireAttestationIssueTime,
            ProofAlgorithms = ProofAlgorithms ?? options.ProofAlgorithms,
        };

    private static TimeSpan? Seconds(int? value) => value is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
}
