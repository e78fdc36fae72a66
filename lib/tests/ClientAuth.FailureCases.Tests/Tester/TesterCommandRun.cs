using System.Text.Json.Nodes;
using ClientAuth.FailureCases.Fixtures;
using ClientAuth.FailureCases.Tester;
using ClientAuth.MockServer;
using ClientAuth.Protocol;

namespace ClientAuth.FailureCases.Tests.Tester;

/// <summary>This project's server, a clients file for it, and the tester's command line in front of it.</summary>
public abstract class TesterCommandRun(SharedCaseFixture shared) : IAsyncLifetime
{
    private readonly StringWriter _error = new();
    private ClientsFolder? _folder;
    private MockAuthorizationServer? _server;
    private Func<AuthorizationServerOptions, AuthorizationServerOptions> _alter = options => options;

    private protected CaseFixture Fixture => shared.Fixture;

    private protected ClientsFolder Folder => _folder!;

    private protected MockAuthorizationServer Server => _server!;

    /// <summary>What the terminal shows.</summary>
    private protected StringWriter Output { get; } = new();

    private protected string Error => _error.ToString().ReplaceLineEndings("\n");

    /// <summary>Environment variables.</summary>
    private protected Dictionary<string, string> Variables { get; } = [];

    private protected TimeProvider Clock { get; set; } = TimeProvider.System;

    public async ValueTask InitializeAsync()
    {
        _folder = new ClientsFolder(Fixture);
        await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected string MtlsOrigin =>
        new Uri(Server.Metadata.MtlsEndpointAliases!.TokenEndpoint).GetLeftPart(UriPartial.Authority);

    private protected string At(string name) => Folder.PathOf(name);

    private protected async Task<int> RunAsync(params string[] more)
    {
        string[] issuer = more.Contains("--issuer") ? [] : ["--issuer", Server.Issuer];
        string[] rate = more.Contains("--rate") ? [] : ["--rate", "1000"];
        return await new TesterCommand(Clock, Output, _error, name => Variables.GetValueOrDefault(name)).RunAsync(
            [.. issuer, .. rate, "--clients", Folder.Write(), .. more],
            TestContext.Current.CancellationToken
        );
    }

    private protected IEnumerable<JsonObject> Clients(string method) =>
        Folder.Document["clients"]!
            .AsArray()
            .OfType<JsonObject>()
            .Where(client => client["token_endpoint_auth_method"]!.ToString() == method);

    // The secrets' own section, and clients of some methods.
    private protected void LeaveOnly(params string[] methods)
    {
        foreach (var method in TokenEndpointAuthMethods.All.Except(methods))
        {
            foreach (var client in Clients(method).ToList())
            {
                Folder.Document["clients"]!.AsArray().Remove(client);
            }
        }

        Folder.Document["leave_out"] = new JsonArray(
            "request-shape",
            "assertion",
            "algorithms-and-keys",
            "endpoints",
            "dpop"
        );
    }

    private protected async Task RestartAsync(Func<AuthorizationServerOptions, AuthorizationServerOptions> alter)
    {
        await Server.DisposeAsync();
        _alter = alter;
        await StartAsync();
    }

    private async Task StartAsync()
    {
        var fixture = Fixture;
        var options = fixture.Options(TimeProvider.System, [.. fixture.Clients.Registrations]);
        options = options with { Secrets = options.Secrets with { AuthenticationFailureLimit = int.MaxValue } };
        _server = await MockAuthorizationServer.StartAsync(_alter(options), TestContext.Current.CancellationToken);
    }
}
