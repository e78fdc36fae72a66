using ClientAuth.Credentials;

namespace ClientAuth.Lab.Tests.OwnServer;

/// <summary>The mistakes of lesson 12 at a server that somebody else has written.</summary>
public sealed class ForeignServerTests
{
    [Fact]
    public async Task OpenIddict_is_discovered_issues_tokens_and_its_answers_differ_where_it_reads_the_rules_otherwise()
    {
        await using var lab = await LessonLab.OpenAsync();
        ProvisionedClient[] clients =
        [
            lab.Client("mobile-app-secret"),
            lab.Client("mobile-app-jwt-asymmetric"),
            lab.Client("mobile-app-mtls-self-signed"),
        ];
        await using var server = await OpenIddictServer.StartAsync(lab.Authority, clients);
        using var folder = new SettingsFolder();
        foreach (var client in clients)
        {
            folder.Add(client);
        }

        await using var yours = await folder
            .Finish(server.Issuer.Replace("127.0.0.1", "localhost", StringComparison.Ordinal), lab.Authority)
            .OpenAsync();
        var asked = await Asked.RunAsync(yours, lab, yours.Issuer, () => $"{yours.Issuer}token");

        File.WriteAllText("/tmp/own/oi.txt", string.Join("\n", asked.Shown.Where(t => !t.StartsWith('<'))));
        Assert.Contains(asked.Shown, text => text.Contains("2 of 2 clients got one", StringComparison.Ordinal));
        Assert.Equal(
            "",
            string.Join(
                '\n',
                asked.Comparison.Rows.Select(row => $"{row.Row} {row.Yours} | {row.Labs} | {row.Meaning}")
            )
        );
    }
}
