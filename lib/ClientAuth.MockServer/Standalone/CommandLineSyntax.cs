using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;

namespace ClientAuth.MockServer.Standalone;

/// <summary>The options of the command line and their help.</summary>
internal sealed class CommandLineSyntax
{
    private readonly Option<string?> _manifest = new("--manifest")
    {
        Description =
            "Where to write the manifest: JSON with the endpoints, the CA certificate, and for each client the files of its "
            + "credential. It appears once the server listens. Default: manifest.json in the folder of this run.",
        HelpName = "FILE",
    };

    private readonly Option<int> _port = new("--port")
    {
        Description = "Port of the token endpoint on localhost. Default: a free one.",
        HelpName = "N",
        CustomParser = ParsePort,
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

    public CommandLineSyntax() =>
        Command = new RootCommand(
            "Runs the authorization server alone, on loopback, over TLS, until Ctrl+C or SIGTERM. Certificates, keys and secrets "
                + "are made for this run, readable by their owner alone, and removed with the manifest when it ends. "
                + "Certificates are valid for one day. No device can attest itself: this server trusts no device maker. "
                + "The lab of the lessons has device makers, devices and a server that trusts them."
        )
        {
            _manifest,
            _port,
            _clients,
            _templates,
            _lab,
            _endsWithInput,
        };

    public RootCommand Command { get; }

    public StandaloneArguments Read(ParseResult parsed) =>
        new(
            parsed.GetValue(_manifest),
            parsed.GetValue(_port),
            parsed.GetValue(_clients),
            parsed.GetValue(_templates),
            parsed.GetValue(_lab),
            parsed.GetValue(_endsWithInput)
        );

    private static int ParsePort(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        if (
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            && port <= IPEndPoint.MaxPort
        )
        {
            return port;
        }

        argument.AddError($"--port is '{text}'; it takes a number from 0 to {IPEndPoint.MaxPort}, 0 for a free port.");
        return 0;
    }
}
