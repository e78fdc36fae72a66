using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Tests.Lab;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Tests.Methods;

public sealed class SecretRotationTests
{
    private static readonly ClientSecret New = new(new string('n', 64));

    [Fact]
    public async Task Trace_says_which_of_the_secrets_it_was_and_quotes_none()
    {
        await using var lab = await TestLab.StartAsync();
        lab.Server.Clients.RotateSecret(TestClients.Basic, New, TimeSpan.FromMinutes(1));

        var old = await lab.SendAsync(TestCall.Basic(TestClients.Basic, lab.Clients.Secret));
        var current = await lab.SendAsync(TestCall.Basic(TestClients.Basic, New.Reveal()));

        old.AssertIssued();
        current.AssertIssued();
        Assert.Equal(
            (
                "one of 2 registered secrets",
                $"{lab.Clients.Secret.Length} characters, equal to secret 2 of 2, counted from the newest"
            ),
            Line(old, Rules.SecretValue.Name)
        );
        Assert.EndsWith(
            " characters, equal to secret 1 of 2, counted from the newest",
            Line(current, Rules.SecretValue.Name).Seen
        );
    }

    [Fact]
    public async Task Mac_with_either_secret_is_good_and_the_trace_says_which()
    {
        await using var lab = await TestLab.StartAsync();
        lab.Server.Clients.RotateSecret(TestClients.Mac, New, TimeSpan.FromMinutes(1));

        var old = await lab.SendAsync(TestCall.Asserting(lab.Assertion(TestClients.Mac).Mac(lab.Clients.Secret)));
        var current = await lab.SendAsync(TestCall.Asserting(lab.Assertion(TestClients.Mac).Mac(New.Reveal())));

        old.AssertIssued();
        current.AssertIssued();
        Assert.Equal(
            $"2 secrets of {New.RevealBytes().Length} and {lab.Clients.Secret.Length} bytes",
            Line(old, Rules.Key.Name).Seen
        );
        Assert.EndsWith("…', verified with number 2 of 2", Line(old, Rules.Signature.Name).Seen);
        Assert.EndsWith("…', verified with number 1 of 2", Line(current, Rules.Signature.Name).Seen);
    }

    [Fact]
    public async Task A_secret_that_the_operator_replaces_ends_at_once_and_takes_those_before_along()
    {
        await using var lab = await TestLab.StartAsync();
        var clients = lab.Server.Clients;
        clients.RotateSecret(TestClients.Basic, New, TimeSpan.FromMinutes(1));

        clients.Replace(clients.Find(TestClients.Basic)! with { ClientSecret = "leaked no more" });

        foreach (var secret in new[] { lab.Clients.Secret, New.Reveal() })
        {
            (await lab.SendAsync(TestCall.Basic(TestClients.Basic, secret))).AssertInvalidClient(
                Rules.SecretValue.Name
            );
        }

        (await lab.SendAsync(TestCall.Basic(TestClients.Basic, "leaked no more"))).AssertIssued();
    }

    [Fact]
    public async Task What_cannot_be_rotated_is_said_and_changes_nothing()
    {
        await using var lab = await TestLab.StartAsync();
        var clients = lab.Server.Clients;
        string Refusal(string id, ClientSecret secret, TimeSpan overlap) =>
            Assert.ThrowsAny<ArgumentException>(() => clients.RotateSecret(id, secret, overlap)).Message;

        Assert.Equal(
            "Client 'signer': client_secret is not there to be rotated.",
            Refusal(TestClients.Signer, New, TimeSpan.Zero)
        );
        Assert.StartsWith("Client 'nobody' is not registered.", Refusal("nobody", New, TimeSpan.Zero));
        Assert.StartsWith(
            "Client 'mac': client_secret must have at least 32 bytes",
            Refusal(TestClients.Mac, new ClientSecret("short"), TimeSpan.Zero)
        );
        Assert.Contains("overlap", Refusal(TestClients.Basic, New, TimeSpan.FromSeconds(-1)), StringComparison.Ordinal);
        (await lab.SendAsync(TestCall.Basic(TestClients.Basic, lab.Clients.Secret))).AssertIssued();
    }

    private static (string Expected, string Seen) Line(TestAnswer answer, string check)
    {
        var decision = answer.Exchange.Trace.Decisions.Single(decision => decision.Check == check);
        return (decision.Expected, decision.Seen);
    }
}
