using ClientAuth.Credentials;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Standalone;

/// <summary>Puts a manifest together, and writes the files that it names.</summary>
internal static class ManifestContent
{
    public static Manifest Of(
        AuthorizationServerMetadata metadata,
        LabAuthority authority,
        ClientRoster roster,
        RunFolder folder
    )
    {
        var authorityFile = folder.File("ca.pem");
        PemFile.WriteCertificates(authorityFile, authority.Certificate);
        return new Manifest
        {
            Issuer = metadata.Issuer,
            TokenEndpoint = metadata.TokenEndpoint,
            JwksUri = metadata.JwksUri,
            Metadata = metadata.Issuer + AuthorizationServerMetadata.WellKnownPath,
            MtlsEndpointAliases = metadata.MtlsEndpointAliases!,
            CaCertificate = authorityFile,
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
        };
    }
}
