using System.Collections;
using ClientAuth.Client;
using ClientAuth.Lab.OwnServer.Probing;
using ClientAuth.Lab.Repository;

namespace ClientAuth.Lab.OwnServer.Settings;

/// <summary>A server of the learner's, how it is trusted, and the clients that may speak to it.</summary>
internal sealed class OwnServerSettings : IDisposable
{
    private OwnServerSettings(
        string source,
        string issuer,
        ServerTrust trust,
        string? scope,
        IReadOnlyList<ProbedClient> clients
    )
    {
        Source = source;
        Issuer = issuer;
        Trust = trust;
        Scope = scope;
        Clients = clients;
    }

    /// <summary>Where they come from, in a few words.</summary>
    public string Source { get; }

    public string Issuer { get; }

    public ServerTrust Trust { get; }

    public string? Scope { get; }

    public IReadOnlyList<ProbedClient> Clients { get; }

    /// <summary>What the learner has set up: environment variables first, then the file; null where there is neither.</summary>
    /// <exception cref="OwnServerSettingsException">It is wrong; the message says where, what, and what to do.</exception>
    public static OwnServerSettings? Find() =>
        Find(
            Environment
                .GetEnvironmentVariables()
                .Cast<DictionaryEntry>()
                .ToDictionary(one => (string)one.Key, one => (string?)one.Value ?? "", StringComparer.Ordinal),
            RepositoryData.Certificates
        );

    /// <summary>The same for other variables and another folder.</summary>
    public static OwnServerSettings? Find(IReadOnlyDictionary<string, string> variables, string folder)
    {
        if (EnvironmentSettings.Read(variables) is { } written)
        {
            return Of(EnvironmentSettings.Source(folder), written);
        }

        var path = Path.Combine(folder, Path.GetFileName(SettingsSource.FileName));
        var source = SettingsSource.OfFile(SettingsSource.FileName, folder);
        return File.Exists(path) ? Of(source, source.Read(path, SettingsJson.Default.SettingsDocument)) : null;
    }

    /// <summary>Reads the manifest of the standalone server: one client of each method that has a credential.</summary>
    public static OwnServerSettings OfManifest(string path)
    {
        var source = SettingsSource.OfFile("the server's manifest", Path.GetDirectoryName(path)!);
        var manifest = source.Read(path, ManifestJson.Default.SettingsDocument);
        return Of(
            source,
            manifest with
            {
                Clients =
                [
                    .. manifest
                        .Clients!.Where(client =>
                            client.TokenEndpointAuthMethod != Protocol.TokenEndpointAuthMethods.None
                        )
                        .DistinctBy(client => client.TokenEndpointAuthMethod),
                ],
            }
        );
    }

    public void Dispose()
    {
        foreach (var client in Clients)
        {
            client.Dispose();
        }
    }

    private static OwnServerSettings Of(SettingsSource source, SettingsDocument written)
    {
        var issuer = IssuerOf(source, written.Issuer);
        var trust = TrustOf(source, written.CaCertificate);
        return written.Clients is { Count: > 0 } clients
            ? new(
                source.Name,
                issuer,
                trust,
                written.Scope,
                [
                    .. clients.Select(
                        (client, number) =>
                            client is null
                                ? throw source.Wrong(
                                    SettingsSource.TheServer,
                                    $"clients[{number}]",
                                    $"is null. Write an object, as {SettingsSource.ExampleName} does."
                                )
                                : new CredentialReader(source, number, client).Read()
                    ),
                ]
            )
            : throw source.Wrong(
                SettingsSource.TheServer,
                "clients",
                $"is missing or empty. Write one client at least, as {SettingsSource.ExampleName} does."
            );
    }

    private static string IssuerOf(SettingsSource source, string? issuer)
    {
        const string Advice =
            "Write the issuer as the server itself writes it, for example https://idsvr.example.com/oauth.";
        return issuer is null ? throw source.Wrong(SettingsSource.TheServer, "issuer", $"is missing. {Advice}")
            : Uri.TryCreate(issuer, UriKind.Absolute, out var uri)
            && uri is { Scheme: "https", Query: "", Fragment: "", UserInfo: "" }
                ? issuer
            : throw source.Wrong(
                SettingsSource.TheServer,
                "issuer",
                $"'{issuer}' is no https URL without query and fragment. {Advice}"
            );
    }

    private static ServerTrust TrustOf(SettingsSource source, string? named)
    {
        if (named is null)
        {
            return new ServerTrust.MachineStore();
        }

        var path = source.FileOf(SettingsSource.TheServer, "ca_certificate", named);
        try
        {
            return ServerTrust.TrustStore.FromPem(path);
        }
        catch (InvalidDataException error)
        {
            throw source.Wrong(
                SettingsSource.TheServer,
                "ca_certificate",
                $"'{named}' holds no certificate in PEM form. Name the authority's certificate.",
                error
            );
        }
    }
}
