using ClientAuth.MockServer.Standalone.Manifests;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Standalone;

/// <summary>A command that gets a token as it stands. curl reads the credential from its file, so that no process list shows it.</summary>
/// <param name="Client">Who gets the token.</param>
/// <param name="Command">One line for the platform's shells.</param>
internal sealed record CurlExample(ManifestClient Client, string Command)
{
    /// <summary>An example with the first client whose credential curl can read from a file; null where there is none.</summary>
    public static CurlExample? For(Manifest manifest, bool windows) =>
        manifest
            .Clients.Where(client => client.GrantTypes?.Contains(GrantTypes.ClientCredentials) is not false)
            .Select(client => (Client: client, Credential: Credential(client, manifest, windows)))
            .Where(one => one.Credential is not null)
            .Select(one => new CurlExample(
                one.Client,
                ShellCommand.Line(windows, [.. Common(manifest, one.Client, windows), .. one.Credential!])
            ))
            .FirstOrDefault();

    // Schannel, which Windows' curl uses, cannot ask a lab authority whether it has revoked a certificate.
    private static IEnumerable<string> Common(Manifest manifest, ManifestClient client, bool windows) =>
        [
            windows ? "curl.exe" : "curl",
            .. windows ? ["--ssl-revoke-best-effort"] : Array.Empty<string>(),
            // This machine need not know the name that others call it, as an emulator does.
            .. new Uri(manifest.TokenEndpoint).IsLoopback ? Array.Empty<string>() : ["--connect-to", "::localhost:"],
            // curl takes a proxy from the environment, for this machine as well.
            "--noproxy",
            new Uri(manifest.TokenEndpoint).IdnHost,
            "--cacert",
            manifest.CaCertificate,
            "--data",
            $"{TokenParameters.GrantType}={GrantTypes.ClientCredentials}",
            "--data-urlencode",
            $"{TokenParameters.ClientId}={client.ClientId}",
        ];

    private static string[]? Credential(ManifestClient client, Manifest manifest, bool windows) =>
        client switch
        {
            { TokenEndpointAuthMethod: TokenEndpointAuthMethods.ClientSecretPost, ClientSecretFile: { } secret } =>
            [
                "--data-urlencode",
                $"{TokenParameters.ClientSecret}@{secret}",
                manifest.TokenEndpoint,
            ],
            { CertificateFile: { } certificate, CertificateKeyFile: { } key } when !windows => // Schannel takes no PEM key
            ["--cert", certificate, "--key", key, manifest.MtlsEndpointAliases.TokenEndpoint],
            _ => null,
        };
}
