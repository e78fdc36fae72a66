using ClientAuth.Credentials;
using ClientAuth.Credentials.Clients;
using ClientAuth.Credentials.KeyStorage;
using ClientAuth.MockServer.Lab;
using ClientAuth.MockServer.Options;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Standalone.Manifests;

/// <summary>Puts a manifest together, and writes the files that it names.</summary>
internal static class ManifestContent
{
    public static Manifest Of(
        AuthorizationServerMetadata metadata,
        LabAuthority authority,
        IReadOnlyList<ProvisionedClient> clients,
        AuthorizationServerOptions options,
        KeyFolder folder
    )
    {
        var authorityFile = folder.File("ca.pem");
        PemFile.WriteCertificates(authorityFile, authority.Certificate);
        return new Manifest
        {
            Issuer = metadata.Issuer,
            TokenEndpoint = metadata.TokenEndpoint,
            JwksUri = metadata.JwksUri,
            RegistrationEndpoint = metadata.RegistrationEndpoint!,
            Metadata = Origin(metadata.TokenEndpoint) + AuthorizationServerMetadata.WellKnownPath,
            MtlsEndpointAliases = metadata.MtlsEndpointAliases!,
            CaCertificate = authorityFile,
            Lab = options.LabEndpoints is { } lab ? LabOf(Origin(metadata.TokenEndpoint), lab) : null,
            Clients =
            [
                .. clients.Select(
                    (client, index) =>
                        CredentialFiles.Write(
                            client,
                            () => folder.Folder(ClientFolderName.Of(index + 1, client.Registration.ClientId))
                        )
                ),
            ],
            Templates = [.. options.Registration.ClientTemplates.Select(TemplateOf)],
        };
    }

    /// <summary>Where this server is, whatever its issuer is called.</summary>
    public static string Origin(string endpoint) => new Uri(endpoint).GetLeftPart(UriPartial.Authority);

    private static ManifestTemplate TemplateOf(ClientTemplate template) =>
        new()
        {
            SoftwareId = template.Client.ClientId,
            AuthenticateClientBy = template.AuthenticateClientBy,
            TokenEndpointAuthMethod = template.Client.TokenEndpointAuthMethod,
            SetByDevice = template.SetByDevice,
        };

    private static ManifestLab LabOf(string origin, LabEndpoints lab) =>
        new()
        {
            Faults = origin + LabPaths.Faults,
            Release = origin + LabPaths.Release,
            Exchanges = origin + LabPaths.Exchanges,
            Clock = origin + LabPaths.Clock,
            Token = lab.Token.Reveal(),
        };
}
