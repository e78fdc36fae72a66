using ClientAuth.FailureCases.Catalogue;
using ClientAuth.FailureCases.Tester.Clients;
using ClientAuth.FailureCases.Tester.Plan;
using ClientAuth.Protocol;

namespace ClientAuth.FailureCases.Tests.Tester;

/// <summary>What can be asked of a server depends on what it offers.</summary>
public sealed class ApplicabilityTests(SharedCaseFixture shared) : IClassFixture<SharedCaseFixture>, IDisposable
{
    private static readonly AuthorizationServerMetadata Metadata = new()
    {
        Issuer = "https://as.example",
        JwksUri = "",
        TokenEndpoint = "https://as.example/token",
        PushedAuthorizationRequestEndpoint = "https://as.example/par",
        DpopSigningAlgValuesSupported = ["ES256", "EdDSA"],
    };

    private readonly ClientsFolder _folder = new(shared.Fixture);

    [Theory]
    [InlineData("E07.ps256", "private_key_jwt", "the server does not offer PS256 for DPoP proofs")]
    [InlineData("E07.bound-token", "private_key_jwt", null)]
    // What must be refused is refused by every server.
    [InlineData("E07.hs256", "private_key_jwt", null)]
    [InlineData("B06", "tls_client_auth", "the server has no addresses of their own for clients with certificates")]
    [InlineData("E08.redirect-public", "none", "it needs a public client without a registered redirect URI")]
    public void A_case_about_what_a_server_does_not_have_is_not_applicable(string id, string method, string? reason)
    {
        using var clients = TestedClients.Read(_folder.Write(), authorities: null, TimeProvider.System, _ => null);

        var plan = TestPlan.Of(EmbeddedCatalogue.Read(), new Applicability(clients, Metadata, bursts: false, only: []));

        Assert.Equal(reason, plan.Runs.Single(run => run.Case.Id == id && run.Method == method).NotApplicable);
    }

    public void Dispose() => _folder.Dispose();
}
