using ClientAuth.Credentials;
using ClientAuth.Credentials.KeyStorage;
using ClientAuth.MockServer.Lab;
using ClientAuth.MockServer.Options;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Standalone;

/// <summary>Puts a manifest together, and writes the files that it names.</summary>
internal static class ManifestContent
{
    public static Manifest Of(
        AuthorizationServerMetadata metadata,
        LabAuthority authority,
        ClientRoster roster,
        IReadOnlyList<ClientTemplate> templates,
        KeyFolder folder,
        LabEndpoints? lab
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
            Metadata = metadata.Issuer + AuthorizationServerMetadata.WellKnownPath,
            MtlsEndpointAliases = metadata.MtlsEndpointAliases!,
            CaCertificate = authorityFile,
            Lab = lab is null ? null : LabOf(metadata.Issuer, lab),
            Clients =
            [
                .. roster.Clients.Select(
                    (client, index) =>
                        CredentialFiles.Write(
                            client,
                            () => folder.Folder(ClientFolderName.Of(index + 1, client.Registration.ClientId))
                        )
                ),
            ],
            Templates = [.. templates.Select(TemplateOf)],
        };
    }

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
