namespace ClientAuth.Lab.OwnServer.Settings;

/// <summary>The same settings from environment variables, for one client: <c>OWN_SERVER_</c> and the member's name in capitals.</summary>
internal static class EnvironmentSettings
{
    private const string Prefix = "OWN_SERVER_";

    private static readonly string[] Members =
    [
        "issuer",
        "ca_certificate",
        "scope",
        "client_id",
        "token_endpoint_auth_method",
        "token_endpoint_auth_signing_alg",
        "kid",
        "audience",
        "client_secret",
        "client_secret_file",
        "private_key_file",
        "certificate_file",
        "certificate_key_file",
        "pkcs12_file",
        "pkcs12_passphrase_file",
    ];

    /// <summary>What the variables say; null where none of them is set. An empty one counts as not set.</summary>
    /// <param name="variables">All variables of the process.</param>
    /// <exception cref="OwnServerSettingsException">A variable has the prefix, and is none of them.</exception>
    public static SettingsDocument? Read(IReadOnlyDictionary<string, string> variables)
    {
        var set = variables
            .Where(one => one.Key.StartsWith(Prefix, StringComparison.Ordinal) && one.Value.Length > 0)
            .ToDictionary(one => one.Key[Prefix.Length..].ToLowerInvariant(), one => one.Value, StringComparer.Ordinal);
        if (set.Keys.FirstOrDefault(member => !Members.Contains(member)) is { } unknown)
        {
            throw new OwnServerSettingsException(
                NameOf(unknown),
                $"is no variable of this lesson; there are {string.Join(", ", Members.Select(NameOf))}."
            );
        }

        return set.Count == 0 ? null : Of(member => set.GetValueOrDefault(member));
    }

    /// <summary>How a mistake in them is named.</summary>
    /// <param name="folder">What relative file names are relative to.</param>
    public static SettingsSource Source(string folder) =>
        new(
            "environment variables",
            folder,
            "the folder certs/",
            (_, member) => $"environment variable {NameOf(member)}"
        );

    private static string NameOf(string member) => Prefix + member.ToUpperInvariant();

    private static SettingsDocument Of(Func<string, string?> value) =>
        new()
        {
            Issuer = value("issuer"),
            CaCertificate = value("ca_certificate"),
            Scope = value("scope"),
            Clients =
            [
                new()
                {
                    ClientId = value("client_id"),
                    TokenEndpointAuthMethod = value("token_endpoint_auth_method"),
                    TokenEndpointAuthSigningAlg = value("token_endpoint_auth_signing_alg"),
                    Kid = value("kid"),
                    Audience = value("audience"),
                    ClientSecret = value("client_secret"),
                    ClientSecretFile = value("client_secret_file"),
                    PrivateKeyFile = value("private_key_file"),
                    CertificateFile = value("certificate_file"),
                    CertificateKeyFile = value("certificate_key_file"),
                    Pkcs12File = value("pkcs12_file"),
                    Pkcs12PassphraseFile = value("pkcs12_passphrase_file"),
                },
            ],
        };
}
