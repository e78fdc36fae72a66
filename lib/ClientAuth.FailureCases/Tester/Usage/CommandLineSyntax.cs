using System.CommandLine;

namespace ClientAuth.FailureCases.Tester.Usage;

/// <summary>The options of the command line and their help.</summary>
internal sealed class CommandLineSyntax
{
    public const string IssuerOption = "--issuer";
    public const string ClientsOption = "--clients";
    public const string AuthoritiesOption = "--ca";
    public const string AllowOriginOption = "--allow-origin";
    public const string RegisterOption = "--register";
    public const string BurstsOption = "--bursts";
    public const string JsonOption = "--json";
    public const string JUnitOption = "--junit";
    public const string HtmlOption = "--html";

    private static readonly TesterArguments Defaults = new() { Clients = "" };

    private readonly Option<string?> _issuer = new(IssuerOption)
    {
        Description =
            "The server's issuer identifier, as its metadata has it, letter for letter. Default: the issuer in the clients file.",
        HelpName = "URL",
    };

    private readonly Option<string> _clients = new(ClientsOption)
    {
        Description =
            "The clients that the server has registered for this test, with their credentials: JSON, as lib/README.md and the readme of the "
            + "package describe it. "
            + "The manifest of this project's server alone will do. Use clients that are there for tests.",
        HelpName = "FILE",
        Required = true,
    };

    private readonly Option<string?> _authorities = new(AuthoritiesOption)
    {
        Description =
            "The authorities that the server's certificate comes from, in PEM. Default: ca_certificate in the clients file, or those "
            + "that this machine trusts.",
        HelpName = "FILE",
    };

    private readonly Option<double> _rate = new("--rate")
    {
        Description = $"Requests in a second, from 0.1 to 1000. Default: {Defaults.Rate:0}.",
        HelpName = "N",
        DefaultValueFactory = _ => Defaults.Rate,
    };

    private readonly Option<bool> _dryRun = new("--dry-run")
    {
        Description = "Reads the server's metadata, says what would be sent, and sends nothing else.",
    };

    private readonly Option<bool> _register = new(RegisterOption)
    {
        Description =
            "Runs the cases of dynamic client registration, where the server offers it. The server keeps the registered clients.",
    };

    private readonly Option<bool> _bursts = new(BurstsOption)
    {
        Description =
            "Runs the cases that send dozens of requests at once, or guess dozens of times, and may lock a client out.",
    };

    private readonly Option<string[]> _only = new("--only")
    {
        Description =
            "A case (J34) or section (dpop) that is run alone, or a method (client_secret_post) that sends alone. May stand several "
            + "times; cases and sections narrow methods, and the reverse.",
        HelpName = "NAME",
    };

    private readonly Option<string[]> _origins = new(AllowOriginOption)
    {
        Description =
            "Another origin than the issuer's that requests may go to, such as https://mtls.example.com. May stand several times.",
        HelpName = "ORIGIN",
    };

    private readonly Option<string?> _json = new(JsonOption)
    {
        Description = "Writes the report as JSON.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _junit = new(JUnitOption)
    {
        Description = "Writes the report as JUnit XML.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _html = new(HtmlOption)
    {
        Description = "Writes the report as one page with the matrix of failures.",
        HelpName = "FILE",
    };

    public CommandLineSyntax()
    {
        Command = new RootCommand(
            "Asks an authorization server with the catalogue of failure cases, and says what it accepts though it must not, what it "
                + "refuses though it must not, and where its error is another than the specification asks. It first says what it will "
                + "do. It connects to the issuer's origin and to those that --allow-origin names, through no proxy, and writes no secret, assertion or token anywhere. "
                + "Ask the server's operator before you run it. Exit codes: 0 all held, 1 a case failed that a specification settles, "
                + "a case or a client got no answer or no token, or nothing could be asked, 2 wrong use, 3 the server cannot be asked, 5 a report could not be written, 130 cancelled."
        );
        foreach (
            Option option in (IEnumerable<Option>)
                [
                    _issuer,
                    _clients,
                    _authorities,
                    _rate,
                    _dryRun,
                    _register,
                    _bursts,
                    _only,
                    _origins,
                    _json,
                    _junit,
                    _html,
                ]
        )
        {
            Command.Options.Add(option);
        }
    }

    public RootCommand Command { get; }

    /// <exception cref="TesterException">A value makes no sense.</exception>
    public TesterArguments Read(ParseResult parsed)
    {
        var rate = parsed.GetValue(_rate);
        return rate is not (>= 0.1 and <= 1000)
            ? throw TesterException.Usage("--rate must be a number from 0.1 to 1000: requests in a second.")
            : new()
            {
                Issuer = parsed.GetValue(_issuer),
                Clients = parsed.GetRequiredValue(_clients),
                Authorities = parsed.GetValue(_authorities),
                Rate = rate,
                DryRun = parsed.GetValue(_dryRun),
                Register = parsed.GetValue(_register),
                Bursts = parsed.GetValue(_bursts),
                Only = parsed.GetValue(_only) ?? [],
                AllowedOrigins = parsed.GetValue(_origins) ?? [],
                Json = parsed.GetValue(_json),
                JUnit = parsed.GetValue(_junit),
                Html = parsed.GetValue(_html),
            };
    }
}
