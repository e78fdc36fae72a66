using System.Text.Json.Nodes;
using System.Web;
using ClientAuth.Protocol;

namespace ClientAuth.FailureCases.Tests.Tester;

/// <summary>What the tester's good requests have beyond what this project's server needs: other servers demand it.</summary>
public sealed class SentRequestTests(SharedCaseFixture shared)
    : TesterCommandRun(shared),
        IClassFixture<SharedCaseFixture>
{
    [Fact]
    public async Task An_assertion_has_the_typ_of_the_clients_file()
    {
        LeaveOnly(TokenEndpointAuthMethods.PrivateKeyJwt);
        Folder.Document["leave_out"] = new JsonArray();
        foreach (var client in Clients(TokenEndpointAuthMethods.PrivateKeyJwt))
        {
            client["typ"] = JwtTypes.ClientAuthentication;
        }

        await RunAsync("--only", "J18");

        Assert.Equal([JwtTypes.ClientAuthentication], Sent(TokenParameters.ClientAssertion).Select(Type).Distinct());
    }

    [Fact]
    public async Task A_pushed_request_has_a_code_challenge()
    {
        await RunAsync("--allow-origin", MtlsOrigin, "--only", "E08", "--only", TokenEndpointAuthMethods.PrivateKeyJwt);

        Assert.Contains(Sent("redirect_uri"), _ => true);
        Assert.Equal(Sent("redirect_uri").Count(), Sent("code_challenge").Count());
        Assert.All(Sent("code_challenge_method"), method => Assert.Equal("S256", method));
    }

    [Fact]
    public async Task Clients_are_registered_where_that_is_asked_for()
    {
        LeaveOnly(TokenEndpointAuthMethods.ClientSecretBasic);
        Folder.Document["leave_out"] = new JsonArray();
        Folder.Document["scope"] = Scopes.DynamicClientRegistration;

        await RunAsync("--only", "registration");
        var without = Registrations();
        await RunAsync("--only", "registration", "--register");

        Assert.Equal(0, without);
        Assert.NotEqual(0, Registrations());

        int Registrations() =>
            Server
                .Exchanges.Snapshot()
                .Count(exchange =>
                    Server.Metadata.RegistrationEndpoint!.EndsWith(exchange.Request.Target, StringComparison.Ordinal)
                );
    }

    private static string? Type(string assertion) => DecodedJwt.Parse(assertion).Header.GetProperty("typ").GetString();

    private IEnumerable<string> Sent(string parameter) =>
        Server
            .Exchanges.Snapshot()
            .Select(exchange => HttpUtility.ParseQueryString(exchange.Request.Body)[parameter])
            .OfType<string>();
}
