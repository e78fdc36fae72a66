using ClientAuth.Lab.Capstone;
using ClientAuth.Visuals;

namespace ClientAuth.Lab.Tests.Capstone;

/// <summary>The fleet of lesson 13: which check each client is refused at, what hides behind it, and what counts as mended.</summary>
public sealed class CapstoneFleetTests
{
    [Fact]
    public async Task No_client_gets_a_token_and_each_is_refused_at_a_check_of_its_own() =>
        Assert.Equal(
            [
                "secret.value",
                "assertion.signature",
                "assertion.key",
                "certificate.presented",
                "device.challenge_unused",
                "template.opened",
            ],
            await FailingChecksAsync(new CapstoneFleet())
        );

    [Fact]
    public async Task Behind_four_of_the_faults_another_one_of_the_same_client_is_hidden() =>
        Assert.Equal(
            ["grant.allowed", "assertion.aud", "assertion.iat", "certificate.subject", null, null],
            await FailingChecksAsync(
                MendedFleet.By(
                    apps =>
                    {
                        var audience = apps.Billing.Audience;
                        var offset = apps.Install.ClockOffset;
                        FaultyApps.Mend(apps);
                        (apps.Billing.Audience, apps.Install.ClockOffset) = (audience, offset);
                    },
                    its =>
                    {
                        var left = its with { };
                        FaultyRegistrations.Mend(its);
                        (its.Orders, its.Gate) = (left.Orders, left.Gate);
                    }
                )
            )
        );

    [Fact]
    public async Task A_board_counts_what_is_mended_whatever_hides_it()
    {
        var fleet = new CapstoneFleet();
        fleet.Mend((FleetApps apps) => apps.Install.ClockOffset = TimeSpan.Zero);

        var board = await fleet.ShowAsync(TestContext.Current.CancellationToken);

        Assert.Contains("1 of 10 faults mended; 0 of 6 clients", board.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_weakened_registration_is_no_mend()
    {
        var fleet = MendedFleet.Green();
        fleet.Mend(
            (FleetRegistrations its) =>
            {
                FaultyRegistrations.Mend(its);
                its.Gate = its.Gate with { TokenEndpointAuthMethod = "none", TlsClientAuthSubjectDn = null };
            }
        );

        var board = await fleet.ShowAsync(TestContext.Current.CancellationToken);

        Assert.Contains("9 of 10 faults mended; 5 of 6 clients", board.ToString(), StringComparison.Ordinal);
        Assert.Contains("✗ registration changed: none", board.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fleet_that_does_not_run_says_why()
    {
        var fleet = new CapstoneFleet();
        fleet.Mend((FleetRegistrations its) => its.Gate = its.Gate with { TlsClientAuthSubjectDn = "depot-gate" });

        var board = (await fleet.ShowAsync(TestContext.Current.CancellationToken)).ToString();
        var mended = (await fleet.MendedAsync(TestContext.Current.CancellationToken)).ToString();

        Assert.Contains("The fleet does not run with these changes", board, StringComparison.Ordinal);
        Assert.Contains(
            "The fleet does not run with these changes: ArgumentException: ",
            mended,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_registration_in_the_place_of_another_is_named()
    {
        var fleet = new CapstoneFleet();
        fleet.Mend((FleetRegistrations its) => its.Scanner = its.Orders);

        var board = await fleet.ShowAsync(TestContext.Current.CancellationToken);

        Assert.Contains(
            "Client 'orders-backend': client_id is registered twice; identifiers are unique",
            board.ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_wider_template_is_no_mend_of_the_scanner()
    {
        var fleet = MendedFleet.Green();
        fleet.Mend(
            (FleetRegistrations its) =>
            {
                FaultyRegistrations.Mend(its);
                its.ScannerTemplate = its.ScannerTemplate with
                {
                    Client = its.ScannerTemplate.Client with { Scope = "read write admin" },
                };
            }
        );

        var board = await fleet.ShowAsync(TestContext.Current.CancellationToken);

        Assert.Contains("9 of 10 faults mended; 5 of 6 clients", board.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_shows_its_credential_without_giving_it_away()
    {
        var fleet = new CapstoneFleet();
        var orders = await fleet.RunAsync("orders-backend", TestContext.Current.CancellationToken);
        var billing = await fleet.RunAsync("billing-backend", TestContext.Current.CancellationToken);
        var gate = await fleet.RunAsync("depot-gate", TestContext.Current.CancellationToken);

        Assert.Matches(@"orders-backend:[·]+\+[·]+%[·]+", orders.Credential().ToString());
        Assert.IsType<DecodedJwtView>(billing.Credential());
        Assert.Contains(
            "Transcript()",
            Assert.Throws<InvalidOperationException>(gate.Credential).Message,
            StringComparison.Ordinal
        );
        Assert.IsType<RefusalView>(gate.Outcome());
    }

    [Fact]
    public async Task A_client_that_is_not_there_is_answered_with_those_that_are() =>
        Assert.Contains(
            "orders-backend, billing-backend",
            (
                await Assert.ThrowsAsync<ArgumentException>(() =>
                    new CapstoneFleet().RunAsync("order-backend", TestContext.Current.CancellationToken)
                )
            ).Message,
            StringComparison.Ordinal
        );

    private static async Task<IReadOnlyList<string?>> FailingChecksAsync(CapstoneFleet fleet)
    {
        var checks = new List<string?>();
        foreach (var client in FleetClients.All)
        {
            checks.Add((await fleet.RunAsync(client, TestContext.Current.CancellationToken)).Failure?.Check);
        }

        return checks;
    }
}
