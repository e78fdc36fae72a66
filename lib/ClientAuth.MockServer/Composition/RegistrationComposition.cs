using ClientAuth.MockServer.Certificates;
using ClientAuth.MockServer.Endpoints;
using ClientAuth.MockServer.Options;
using ClientAuth.MockServer.Registrations;
using ClientAuth.MockServer.Registrations.Keys;
using ClientAuth.MockServer.Registrations.Members;
using ClientAuth.MockServer.Tokens;

namespace ClientAuth.MockServer.Composition;

/// <summary>Puts together the endpoints where clients register themselves; a part of the map in <see cref="ServerComposition"/>.</summary>
internal static class RegistrationComposition
{
    /// <param name="options">What the server is made of.</param>
    /// <param name="address">Of the registration endpoint, as clients are told it.</param>
    /// <param name="clients">Where they are registered.</param>
    /// <param name="rules">What a registration must hold.</param>
    /// <param name="certificates">For whoever must present one, beside the token.</param>
    /// <param name="admission">Lets in whoever has an initial access token.</param>
    /// <param name="issued">Where that token is spent.</param>
    public static IReadOnlyList<Route> Routes(
        AuthorizationServerOptions options,
        string address,
        RegisteredClients clients,
        RegistrationRules rules,
        CertificateChecks certificates,
        TokenAdmission admission,
        IssuedTokens issued
    )
    {
        OperatorsTemplates.Require(options.Registration.ClientTemplates);
        foreach (var publisher in options.Registration.SoftwareStatementIssuers)
        {
            TrustedKeys.Require(
                nameof(RegistrationOptions.SoftwareStatementIssuers),
                publisher.Issuer,
                publisher.Keys,
                options.Keys.MinimumRsaKeySize
            );
        }

        var metadata = new MetadataChecks(
            new SoftwareStatements(
                options.Registration.SoftwareStatementIssuers,
                options.Clock,
                options.Assertions.MaximumKeysTried
            ),
            new TemplateChecks(
                options.Registration.ClientTemplates,
                options.Registration.AllowNonTemplatedRegistration,
                options.Registration.AcceptUnknownSoftwareIds,
                clients
            ),
            rules,
            new OfferedGrants(ServerDescription.AttestsApps(options)),
            clients
        );
        var room = new RegistrationRoom(clients);
        return
        [
            new Route(
                Paths.Registration,
                new RegistrationEndpoint(
                    new RegistrantChecks(
                        admission,
                        options.Registration.RegistrationRequiresCertificate ? certificates : null
                    ),
                    metadata,
                    clients,
                    room,
                    issued,
                    options.Registration.ClientTemplates,
                    options.Clock,
                    address
                )
            ),
            new Route(
                Paths.ClientConfigurations,
                new ClientConfigurationEndpoint(clients, room, new RegistrationUpdate(metadata, clients), address)
            ),
        ];
    }
}
