using ClientAuth.MockServer;
using ClientAuth.MockServer.Options;

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
            Assertions = options.Assertions with
            {
                AudiencePolicy = AudiencePolicy ?? options.Assertions.AudiencePolicy,
                AudienceForm = AudienceForm ?? options.Assertions.AudienceForm,
                TypPolicy = TypPolicy ?? options.Assertions.TypPolicy,
                KeyIdPolicy = KeyIdPolicy ?? options.Assertions.KeyIdPolicy,
                AssertionAlgorithms = AssertionAlgorithms ?? options.Assertions.AssertionAlgorithms,
                MaximumAssertionLifetime =
                    Seconds(MaximumAssertionLifetimeSeconds) ?? options.Assertions.MaximumAssertionLifetime,
            },
            Secrets = options.Secrets with
            {
                AcceptSecretInBody = AcceptSecretInBody ?? options.Secrets.AcceptSecretInBody,
                AuthenticationFailureLimit = AuthenticationFailureLimit ?? options.Secrets.AuthenticationFailureLimit,
            },
            Certificates = options.Certificates with
            {
                AcceptReissuedSelfSignedCertificates =
                    AcceptReissuedSelfSignedCertificates ?? options.Certificates.AcceptReissuedSelfSignedCertificates,
            },
            ClockSkew = Seconds(ClockSkewSeconds) ?? options.ClockSkew,
            Tokens = options.Tokens with { ResourceServers = ResourceServers ?? options.Tokens.ResourceServers },
            Keys = options.Keys with { MinimumRsaKeySize = MinimumRsaKeySize ?? options.Keys.MinimumRsaKeySize },
            Limits = options.Limits with
            {
                MaximumRequestHeadersSize = MaximumRequestHeadersSize ?? options.Limits.MaximumRequestHeadersSize,
                MaximumRequestBodySize = MaximumRequestBodySize ?? options.Limits.MaximumRequestBodySize,
            },
            KeySets = options.KeySets with
            {
                MaximumKeySetSize = MaximumKeySetSize ?? options.KeySets.MaximumKeySetSize,
                JwksUriAuthorities = TrustsJwksHost is false ? [] : options.KeySets.JwksUriAuthorities,
            },
            Proofs = options.Proofs with
            {
                DpopNonces = DpopNonces ?? options.Proofs.DpopNonces,
                NonceLifetime = Seconds(NonceLifetimeSeconds) ?? options.Proofs.NonceLifetime,
                MaximumProofAge = Seconds(MaximumProofAgeSeconds) ?? options.Proofs.MaximumProofAge,
                ProofAlgorithms = ProofAlgorithms ?? options.Proofs.ProofAlgorithms,
            },
            Attestation = options.Attestation with
            {
                AttestationChallenges = AttestationChallenges ?? options.Attestation.AttestationChallenges,
                MaximumAttestationAge =
                    Seconds(MaximumAttestationAgeSeconds) ?? options.Attestation.MaximumAttestationAge,
                RequireAttestationIssueTime =
                    RequireAttestationIssueTime ?? options.Attestation.RequireAttestationIssueTime,
            },
        };

    private static TimeSpan? Seconds(int? value) => value is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
}
