using ClientAuth.Lab.Capstone;
using ClientAuth.Visuals;

namespace ClientAuth.Lab.Tests.Capstone;

/// <summary>The fleet of lesson 13: which check each client is refused at, what hides behind it, and the page at the end.</summary>
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
                Mended(
                    apps =>
                    {
                        var audience = apps.Billing.Audience;
                        var offset = apps.Install.ClockOffset;
                        FleetApps.Mend(apps);
                        (apps.Billing.Audience, apps.Install.ClockOffset) = (audience, offset);
                    },
                    its =>
                    {
                        var left = its with { };
                        FleetRegistrations.Mend(its);
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
        var fleet = Green();
        fleet.Mend(
            (FleetRegistrations its) =>
            {
                FleetRegistrations.Mend(its);
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
        var fleet = Green();
        fleet.Mend(
            (FleetRegistrations its) =>
            {
                FleetRegistrations.Mend(its);
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
    public async Task The_mended_fleet_is_green_and_its_page_is_written_over_itself_and_nothing_else()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var fleet = Green();
            var page = Path.Combine(folder.FullName, "page.html");
            var other = Path.Combine(folder.FullName, "other.html");
            File.WriteAllText(other, "<p>mine</p>");

            Assert.Contains(
                "10 of 10 faults mended; 6 of 6 clients",
                (await fleet.ShowAsync(TestContext.Current.CancellationToken)).ToString(),
                StringComparison.Ordinal
            );
            await fleet.WritePageAsync(page, TestContext.Current.CancellationToken);
            await fleet.WritePageAsync(page, TestContext.Current.CancellationToken);
            await Assert.ThrowsAsync<IOException>(() =>
                fleet.WritePageAsync(other, TestContext.Current.CancellationToken)
            );
            await Assert.ThrowsAsync<ArgumentException>(() =>
                fleet.WritePageAsync("page.txt", TestContext.Current.CancellationToken)
            );

            Assert.Contains("the clock was three minutes ahead", File.ReadAllText(page), StringComparison.Ordinal);
            Assert.Equal(["other.html", "page.html"], folder.GetFiles().Select(file => file.Name).Order());
            Assert.Equal("<p>mine</p>", File.ReadAllText(other));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task The_summary_says_what_was_sent_and_stored_and_what_the_sdks_call_it()
    {
        var summary = (await CapstoneFleet.SummaryAsync(TestContext.Current.CancellationToken)).ToString();

        Assert.StartsWith(
            """
            Methods, attestation and the fallback
            client_secret_basic
            sent                  Authorization: Basic
            stored by the server  client_secret
            refused? check first  The value sent is not the secret; The server expects a hash, or hashes in another way; Special characters in the secret are encoded on one side only
            Kotlin                Secret
            Swift                 ClientAuthenticationMethodSecret
            React Native          secretAuthentication
            """.ReplaceLineEndings("\n"),
            summary,
            StringComparison.Ordinal
        );
        Assert.Equal(
            [
                "Authorization: Basic",
                "client_assertion",
                "client_assertion",
                "a certificate in the TLS handshake, client_id",
                "/challenge, /cat, /token; at last subject_token, client_id, a DPoP proof",
                "/token, /register; at last client_assertion, a DPoP proof",
            ],
            Values("sent")
        );
        Assert.Equal(
            [
                "client_secret",
                "client_secret, token_endpoint_auth_signing_alg",
                "token_endpoint_auth_signing_alg, jwks",
                "tls_client_auth_subject_dn",
                "no credential; the app's signer, and the roots of its makers",
                "a template, opened by the main client old-scanner; for each device: client_name, jwks",
            ],
            Values("stored by the server")
        );
        Assert.Equal(
            [
                "secretAuthentication",
                "jwtSymmetricAuthentication",
                "AndroidJwtAsymmetricAuthentication, iOSJwtAsymmetricAuthentication",
                "AndroidMtlsAuthentication, iOSMtlsAuthentication",
                "createAndroidConfiguration, createIOSConfiguration",
                "dcrConfiguration",
            ],
            Values("React Native")
        );

        IEnumerable<string> Values(string name) =>
            from line in summary.Split('\n')
            where line.StartsWith($"{name}  ", StringComparison.Ordinal)
            select line[name.Length..].TrimStart();
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

    private static CapstoneFleet Green() => Mended(FleetApps.Mend, FleetRegistrations.Mend);

    private static CapstoneFleet Mended(Action<FleetApps> apps, Action<FleetRegistrations> registrations)
    {
        var fleet = new CapstoneFleet();
        fleet.Mend(apps);
        fleet.Mend(registrations);
        return fleet;
    }

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
