using ClientAuth.MockServer.Certificates;
using ClientAuth.MockServer.Endpoints;
using ClientAuth.MockServer.Registrations;
using ClientAuth.MockServer.Tokens;

namespace ClientAuth.MockServer;

/// <summary>Puts together the endpoints where clients register themselves; a part of the map in <see cref="ServerComposition"/>.</summary>
internal static class RegistrationComposition
{
    /// <param name="options">What the server is made of.</param>
    /// <param name="address">Of the registration endpoint, as clients are told it.</param>
    /// <param name="clients">Where they are registered.</param>
    /// <param name="admission">Lets in whoever has an initial access token.</param>
    /// <param name="issued">Where that token is spent.</param>
    public static IReadOnlyList<Route> Routes(
        AuthorizationServerOptions options,
        string address,
        RegisteredClients clients,
        TokenAdmission admission,
        IssuedTokens issued
    )
    {
        var metadata = new MetadataChecks(
            new SoftwareStatements(options.SoftwareStatementIssuers, options.Clock),
            new TemplateChecks(options.ClientTemplates, options.AllowNonTemplatedRegistration, clients),
            new RegistrationRules(
                options.MinimumRsaKeySize,
                options.JwksUriOrigins,
                ServerDescription.Methods(options)
            ),
            clients
        );
        var certificates = options.RegistrationRequiresCertificate ? CertificateChecks.For(options) : null;
        return
        [
            new Route(
                Paths.Registration,
                new RegistrationEndpoint(
                    new RegistrantChecks(admission, certificates),
                    metadata,
                    clients,
                    issued,
                    options.ClientTemplates,
                    options.Clock,
                    address
                )
            ),
            new Route(
                Paths.ClientConfigurations,
                new ClientConfigurationEndpoint(clients, new RegistrationUpdate(metadata, clients), address)
            ),
        ];
    }
}
