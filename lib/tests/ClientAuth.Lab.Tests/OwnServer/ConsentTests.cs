using System.Net;
using System.Net.Sockets;
using ClientAuth.Lab.OwnServer.Settings;

namespace ClientAuth.Lab.Tests.OwnServer;

/// <summary>A stranger's server is asked nothing before the learner has agreed, and then only what was agreed to.</summary>
public sealed class ConsentTests
{
    [Fact]
    public async Task Without_consent_no_connection_is_opened_and_every_step_says_what_it_would_do()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var issuer = $"https://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}";
        using var folder = new SettingsFolder();
        folder.Write("secret.txt", "a secret of the learner's own");
        folder.WriteSettings(
            $$"""{"issuer":"{{issuer}}","clients":[{"client_id":"app","token_endpoint_auth_method":"client_secret_basic","client_secret_file":"secret.txt"}]}"""
        );
        await using var yours = await folder.OpenAsync();
        await using var lab = await LessonLab.OpenAsync();

        var asked = await Asked.RunAsync(yours, lab, sendTo: "", credentialsTo: () => "");

        Assert.False(listener.Pending());
        Assert.Equal(0, yours.Sent);
        Assert.All(asked.Comparison.Rows, row => Assert.Equal("not asked", row.Yours.ToString()));
        Assert.Contains(asked.Shown, text => text.Contains($"SendTo = \"{issuer}\"", StringComparison.Ordinal));
        Assert.DoesNotContain(
            "a secret of the learner's own",
            string.Join('\n', asked.Shown),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Consent_to_discovery_is_none_to_requests_with_credentials()
    {
        await using var theirs = await LessonLab.OpenAsync();
        await using var lab = await LessonLab.OpenAsync();
        using var folder = SettingsFolder.For(theirs);
        await using var yours = await folder.OpenAsync();

        var asked = await Asked.RunAsync(yours, lab, theirs.Server.Issuer, credentialsTo: () => "");

        var exchange = Assert.Single(theirs.Server.Exchanges.Snapshot());
        Assert.Equal("GET", exchange.Request.Method);
        Assert.Contains(
            asked.Shown,
            text => text.Contains($"RequestsTo = \"{theirs.Server.Metadata.TokenEndpoint}\"", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Another_address_than_that_of_the_plan_is_no_consent_and_is_named()
    {
        await using var theirs = await LessonLab.OpenAsync();
        using var folder = SettingsFolder.For(theirs);
        await using var yours = await folder.OpenAsync();

        var error = Assert.Throws<OwnServerSettingsException>(() => yours.PlanOfDiscovery("https://localhost"));

        Assert.Equal(
            $"SendTo: 'https://localhost' is not the address of the plan, '{theirs.Server.Issuer}'. Write the plan's address letter for letter, or leave SendTo empty and nothing is sent.",
            error.Message
        );
        Assert.Empty(theirs.Server.Exchanges.Snapshot());
    }

    [Fact]
    public async Task A_server_of_another_authority_gets_no_request()
    {
        await using var theirs = await LessonLab.OpenAsync();
        await using var lab = await LessonLab.OpenAsync();
        using var folder = SettingsFolder.For(theirs);
        Credentials.PemFile.WriteCertificates(Path.Combine(folder.Path, "ca.pem"), lab.Authority.Certificate);
        await using var yours = await folder.OpenAsync();

        var error = await Assert.ThrowsAsync<Client.AuthorizationServerException>(() =>
            yours.DiscoverAsync(theirs.Server.Issuer, lab.Server.Metadata, TestContext.Current.CancellationToken)
        );

        Assert.Contains("is not trusted", error.Message, StringComparison.Ordinal);
        Assert.Empty(theirs.Server.Exchanges.Snapshot());
    }

    [Fact]
    public async Task Without_a_named_authority_it_is_the_machines_trust_that_counts()
    {
        await using var theirs = await LessonLab.OpenAsync();
        using var folder = SettingsFolder.For(theirs);
        folder.WriteSettings(
            $$"""{"issuer":"{{theirs.Server.Issuer}}","clients":[{"client_id":"app","token_endpoint_auth_method":"client_secret_post","client_secret":"s"}]}"""
        );
        await using var yours = await folder.OpenAsync();

        var error = await Assert.ThrowsAsync<Client.AuthorizationServerException>(() =>
            yours.DiscoverAsync(theirs.Server.Issuer, theirs.Server.Metadata, TestContext.Current.CancellationToken)
        );

        Assert.Contains("a chain to an authority that this machine trusts", error.Message, StringComparison.Ordinal);
    }
}
