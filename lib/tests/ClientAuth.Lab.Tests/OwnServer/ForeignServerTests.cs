using ClientAuth.Credentials.Clients;

namespace ClientAuth.Lab.Tests.OwnServer;

/// <summary>The mistakes of lesson 12 at a server that somebody else has written. The lesson prints what differs.</summary>
public sealed class ForeignServerTests
{
    [Fact]
    public async Task OpenIddict_issues_tokens_and_answers_the_mistakes_in_its_own_way()
    {
        await using var lab = await LessonLab.OpenAsync();
        ProvisionedClient[] clients = [lab.Client("mobile-app-secret"), lab.Client("mobile-app-jwt-asymmetric")];
        await using var server = await OpenIddictServer.StartAsync(lab.Authority, clients);
        using var folder = new SettingsFolder();
        Array.ForEach(clients, folder.Add);
        await using var yours = await folder.Finish(server.Issuer, lab.Authority).OpenAsync();

        var asked = await Asked.RunAsync(yours, lab, server.Issuer, () => server.TokenEndpoint);

        Assert.Contains(asked.Shown, text => text.Contains("2 of 2 clients got a token", StringComparison.Ordinal));
        Assert.Equal([1, 11], asked.Comparison.Findings);
        Assert.Equal(
            [
                "1 token",
                "2 401 invalid_client",
                "3 401 invalid_client",
                "5 not asked",
                "6 400 invalid_token",
                "8 token",
                "9 401 invalid_client",
                "10 400 invalid_request",
                "11 token",
                "12 not asked",
                "14 400 invalid_request",
                "18 401 invalid_client",
                "19 401 invalid_client",
                "20 400 invalid_token",
            ],
            asked.Comparison.Rows.Select(row => $"{row.Row} {row.Yours}")
        );
        // The tester sends hundreds of requests: at somebody else's server it is started from a terminal.
        var sent = yours.Sent;
        var tester = $"{await yours.TestAsync("secret")}";
        Assert.Contains("-- --clients certs/own-server.json --dry-run", tester, StringComparison.Ordinal);
        Assert.Equal(sent, yours.Sent);
        Assert.Equal(
            "refused as well. The server says: The specified client credentials are invalid.",
            asked.Comparison.Rows.Single(row => row.Row == 18).Meaning
        );
    }
}
