using ClientAuth.MockServer;

namespace ClientAuth.FailureCases.ServerOverrides;

/// <summary>What a case may choose about registration. Left out, the server's default holds.</summary>
public sealed record RegistrationChoices
{
    public bool? AllowNonTemplated { get; init; }

    public bool? RequiresCertificate { get; init; }

    public IReadOnlyList<string>? JwksUriOrigins { get; init; }

    internal AuthorizationServerOptions Apply(AuthorizationServerOptions options) =>
        options with
        {
            AllowNonTemplatedRegistration = AllowNonTemplated ?? options.AllowNonTemplatedRegistration,
            RegistrationRequiresCertificate = RequiresCertificate ?? options.RegistrationRequiresCertificate,
            JwksUriOrigins = JwksUriOrigins ?? options.JwksUriOrigins,
        };
}
