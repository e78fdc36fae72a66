using System.CommandLine;
using System.CommandLine.Invocation;
using ClientAuth.FailureCases.Catalogue;
using ClientAuth.FailureCases.Tester.Clients;
using ClientAuth.FailureCases.Tester.Discovery;
using ClientAuth.FailureCases.Tester.Plan;
using ClientAuth.FailureCases.Tester.Reports;
using ClientAuth.FailureCases.Tester.Running;
using ClientAuth.FailureCases.Tester.Usage;
using ClientAuth.FailureCases.Tester.Verdicts;
using ClientAuth.FailureCases.Wire;
using ClientAuth.Protocol;

namespace ClientAuth.FailureCases.Tester;

/// <summary>The program: reads the command line, says what it will do, asks the server, and reports.</summary>
/// <param name="clock">The machine's clock.</param>
/// <param name="output">The terminal.</param>
/// <param name="error">Is told why the program ends.</param>
/// <param name="variable">The value of an environment variable, or null.</param>
internal sealed class TesterCommand(
    TimeProvider clock,
    TextWriter output,
    TextWriter error,
    Func<string, string?> variable
)
{
    private readonly TerminalReport _terminal = new(output);

    /// <summary>What it found; null before the end.</summary>
    public TestReport? Report { get; private set; }

    /// <summary>Runs to the end, or until it is cancelled.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var syntax = new CommandLineSyntax();
        syntax.Command.SetAction((parsed, cancelled) => TestAsync(syntax, parsed, cancelled));
        var parsed = syntax.Command.Parse(arguments);
        if (parsed.Action is ParseErrorAction)
        {
            return Fail(ExitCodes.Usage, $"{parsed.Errors[0].Message} Try --help.");
        }

        return await parsed.InvokeAsync(
            new InvocationConfiguration
            {
                Output = output,
                Error = error,
                EnableDefaultExceptionHandler = false,
            },
            cancellationToken
        );
    }

    private async Task<int> TestAsync(CommandLineSyntax syntax, ParseResult parsed, CancellationToken cancellationToken)
    {
        try
        {
            return await TestAsync(syntax.Read(parsed), cancellationToken);
        }
        catch (TesterException problem)
        {
            return Fail(problem.ExitCode, problem.Message);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Fail(ExitCodes.Cancelled, "cancelled; no report was written");
        }
    }

    private async Task<int> TestAsync(TesterArguments arguments, CancellationToken cancellationToken)
    {
        var reports = new ReportFiles(arguments);
        reports.Check();
        using var clients = TestedClients.Read(arguments.Clients, arguments.Authorities, clock, variable);
        var catalogue = EmbeddedCatalogue.Read();
        var names = new CaseNames(catalogue);
        names.Require(arguments.Only, "--only");
        names.Require(clients.LeftOut, "leave_out in the clients file");
        var issuer = ServerDiscovery.Issuer(
            arguments.Issuer
                ?? clients.Issuer
                ?? throw TesterException.Usage(
                    $"{CommandLineSyntax.IssuerOption} is missing, and the clients file names no issuer. Try --help."
                )
        );
        var origins = Origins.Of(issuer, arguments.AllowedOrigins);
        var wire = new WireConnection(clients.Authorities, byName: true);
        var connection = new ServerConnection(wire.SendAsync, origins, new Pace(clock, arguments.Rate), clock);
        var metadata = await MetadataAsync(arguments, clients, connection, origins, issuer, cancellationToken);
        var plan = TestPlan.Of(catalogue, new Applicability(clients, metadata, arguments.Bursts, arguments.Only));
        _terminal.Announce(metadata, clients, plan, arguments.Rate, arguments.DryRun);
        if (arguments.DryRun)
        {
            return ExitCodes.Held;
        }

        var started = clock.GetUtcNow();
        var test = new ServerTest(new TestedServer(clients, metadata, connection, clock));
        var cases = await RunAsync(test, plan, cancellationToken);
        var report = new TestReport(issuer, started, connection.Requests, test.Clients, cases);
        Report = report;
        _terminal.End(report);
        reports.Write(report);
        return report.AllHeld ? ExitCodes.Held : ExitCodes.Failed;
    }

    private static async Task<AuthorizationServerMetadata> MetadataAsync(
        TesterArguments arguments,
        TestedClients clients,
        ServerConnection connection,
        Origins origins,
        string issuer,
        CancellationToken cancellationToken
    )
    {
        var published = await new ServerDiscovery(connection.SendAsync).FetchAsync(issuer, cancellationToken);
        var withCertificates = clients.Fixture.Clients.All.Any(client => client.Certificate is not null);
        return new NamedEndpoints(origins, withCertificates, arguments.Register).Of(published, issuer);
    }

    private async Task<IReadOnlyList<CaseVerdict>> RunAsync(
        ServerTest test,
        TestPlan plan,
        CancellationToken cancellationToken
    )
    {
        await test.CheckClientsAsync(plan, cancellationToken);
        _terminal.Clients(test.Clients);
        var cases = new List<CaseVerdict>();
        foreach (var planned in plan.Runs)
        {
            var verdict = await test.RunAsync(planned, cancellationToken);
            _terminal.Case(verdict);
            cases.Add(verdict);
        }

        return cases;
    }

    private int Fail(int exitCode, string message)
    {
        error.WriteLine($"error: {message.ReplaceLineEndings(" ")}");
        return exitCode;
    }
}
