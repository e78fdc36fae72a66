using ClientAuth.MockServer.Options;

namespace ClientAuth.MockServer.Standalone.Arguments;

/// <summary>What the command line asks for.</summary>
internal sealed record StandaloneArguments
{
    /// <summary>Where the manifest is to be; null puts it into the run's own folder.</summary>
    public string? Manifest { get; init; }

    /// <summary>The folder below which the run makes its own; null takes that of the environment or of the checkout.</summary>
    public string? Keys { get; init; }

    /// <summary>Port of the main listener; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Port of the listener that asks for a certificate; 0 takes a free one.</summary>
    public int MtlsPort { get; init; }

    /// <summary>The name in the addresses that the server publishes.</summary>
    public required string Host { get; init; }

    /// <summary>File of the registered clients; null takes that of the checkout.</summary>
    public string? Clients { get; init; }

    /// <summary>File of the client templates; null takes that of the checkout, unless the clients are others.</summary>
    public string? Templates { get; init; }

    /// <summary>Which <c>aud</c> an assertion must have.</summary>
    public AudiencePolicy AudiencePolicy { get; init; }

    /// <summary>How far the clocks of client and server may differ.</summary>
    public TimeSpan ClockSkew { get; init; }

    /// <summary>How far ahead <c>exp</c> of an assertion may lie.</summary>
    public TimeSpan AssertionLifetime { get; init; }

    /// <summary>Origins that a <c>jwks_uri</c> may have.</summary>
    public IReadOnlyList<string> JwksUriOrigins { get; init; } = [];

    /// <summary>File of the certificates that are trusted for the hosts of <c>jwks_uri</c>.</summary>
    public string? JwksUriAuthorities { get; init; }

    /// <summary>Whether a client may register with a <c>software_id</c> that names no template.</summary>
    public bool AcceptUnknownSoftwareIds { get; init; }

    /// <summary>The identifier of the issuer; null takes the origin of the token endpoint.</summary>
    public string? Issuer { get; init; }

    /// <summary>File of the issuer's signing key; null makes one for this run.</summary>
    public string? SigningKey { get; init; }

    /// <summary>Where the nodes of the issuer share what they have to; null where the server is alone.</summary>
    public RedisAddress? Redis { get; init; }

    /// <summary>Whether to go on with what Redis holds, though it may have forgotten something.</summary>
    public bool TakesRedisAsItIs { get; init; }

    /// <summary>Whether the lab's endpoints are to be there.</summary>
    public bool Lab { get; init; }

    /// <summary>Whether the end of standard input ends the run.</summary>
    public bool EndsWithInput { get; init; }
}
