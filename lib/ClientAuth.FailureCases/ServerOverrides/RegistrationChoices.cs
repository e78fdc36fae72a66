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
            Registration = options.Registration with
            {
                AllowNonTemplatedRegistration = AllowNonTemplated ?? options.Registration.AllowNonTemplatedRegistration,
                RegistrationRequiresCertificate =
                    RequiresCertificate ?? options.Registration.RegistrationRequiresCertificate,
            },
            KeySets = options.KeySets with { JwksUriOrigins = JwksUriOrigins ?? options.KeySets.JwksUriOrigins },
        };
}
