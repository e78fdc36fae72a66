using System.CommandLine;
using ClientAuth.Credentials.KeyStorage;

namespace ClientAuth.MockServer.Standalone.Arguments;

/// <summary>The options of the command line and their help.</summary>
internal sealed class CommandLineSyntax
{
    public const string PortOption = "--port";
    public const string MtlsPortOption = "--mtls-port";
    public const string HostOption = "--host";

    /// <summary>The library's own, for those options that it has, too.</summary>
    public static AuthorizationServerOptions Defaults { get; } =
        new()
        {
            ServerCertificate = null!,
            Clients = [],
            Clock = TimeProvider.System,
        };

    private readonly Option<string?> _manifest = new("--manifest")
    {
        Description =
            "Where to write the manifest: JSON with the endpoints, the CA certificate, and for each client the files of its "
            + "credential. It appears once the server listens. Default: manifest.json in the folder of this run.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _keys = new("--keys")
    {
        Description =
            "The folder for keys and secrets; the run makes one of its own in it. Default: the environment variable "
            + $"{KeyParent.Variable}, and without it certs in the clone of the project, or a folder of yours where that cannot be written to. "
            + "Outside of a clone: the folder of the manifest, or without one a folder of yours.",
        HelpName = "FOLDER",
    };

    private readonly Option<int> _port = new(PortOption)
    {
        Description = "Port of the token endpoint. Default: a free one.",
        HelpName = "N",
        CustomParser = Numbers.Port,
    };

    private readonly Option<int> _mtlsPort = new(MtlsPortOption)
    {
        Description = "Port of the endpoints that ask for a client certificate. Default: a free one.",
        HelpName = "N",
        CustomParser = Numbers.Port,
    };

    private readonly Option<string?> _host = new(HostOption)
    {
        Description =
            "The name in the addresses that the server publishes, for clients that reach it by another: 10.0.2.2 for the Android "
            + $"emulator. The server listens on loopback whatever its name. Default: {Defaults.HostName}.",
        HelpName = "NAME",
        CustomParser = HostNames.Read,
    };

    private readonly Option<string?> _clients = new("--clients")
    {
        Description =
            "The registered clients: a JSON array of RFC 7591 metadata. A client that brings its own jwks or client_secret "
            + "keeps them. Default: data/clients.json.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _templates = new("--templates")
    {
        Description =
            "The templates that devices may register from: a JSON array. Default: data/client-templates.json, and none "
            + "where --clients names other clients.",
        HelpName = "FILE",
    };

    private readonly PolicySyntax _policies = new();

    private readonly NodeSyntax _node = new();

    private readonly Option<bool> _lab = new("--lab")
    {
        Description =
            "Adds endpoints below /lab/ that make the server misbehave, show what it saw and move its clock. They need the token "
            + "that the manifest holds.",
    };

    private readonly Option<bool> _endsWithInput = new("--end-with-input")
    {
        Description =
            "Also ends when standard input ends: for a program that starts the server and keeps that pipe open. The server then "
            + "ends with the program, even if the program is killed.",
    };

    public CommandLineSyntax()
    {
        Command = new RootCommand(
            "Runs the authorization server alone, on loopback, over TLS, until Ctrl+C or SIGTERM. Certificates, keys and secrets "
                + "are made for this run, readable by their owner alone, and removed with the manifest when it ends. "
                + "Certificates are valid for one day. No device can attest itself: this server trusts no device maker. "
                + "The lab of the lessons has device makers, devices and a server that trusts them."
        );
        foreach (
            Option option in (IEnumerable<Option>)
                [
                    _manifest,
                    _keys,
                    _port,
                    _mtlsPort,
                    _host,
                    _clients,
                    _templates,
                    .. _policies.Options,
                    .. _node.Options,
                    _lab,
                    _endsWithInput,
                ]
        )
        {
            Command.Options.Add(option);
        }
    }

    public RootCommand Command { get; }

    public StandaloneArguments Read(ParseResult parsed) =>
        _policies.Read(
            parsed,
            _node.Read(
                parsed,
                new()
                {
                    Manifest = parsed.GetValue(_manifest),
                    Keys = parsed.GetValue(_keys),
                    Port = parsed.GetValue(_port),
                    MtlsPort = parsed.GetValue(_mtlsPort),
                    Host = parsed.GetValue(_host) ?? Defaults.HostName,
                    Clients = parsed.GetValue(_clients),
                    Templates = parsed.GetValue(_templates),
                    Lab = parsed.GetValue(_lab),
                    EndsWithInput = parsed.GetValue(_endsWithInput),
                }
            )
        );
}
