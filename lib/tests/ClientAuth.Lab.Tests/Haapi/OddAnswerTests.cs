using ClientAuth.Client.Haapi;
using ClientAuth.Client.Registration;
using ClientAuth.MockServer.Faults;

namespace ClientAuth.Lab.Tests.Haapi;

/// <summary>Answers that are allowed, though nobody's own server gives them.</summary>
public sealed class OddAnswerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("flagship", FaultPoint.Challenge)]
    [InlineData("flagship", FaultPoint.ClientAttestationToken)]
    [InlineData("flagship", FaultPoint.Token)]
    [InlineData("older-than-android-8", FaultPoint.Token)]
    [InlineData("older-than-android-8", FaultPoint.Registration)]
    public async Task A_server_that_is_too_busy_says_for_how_long_at_every_step(string id, FaultPoint point)
    {
        await using var lab = await AppFixture.OpenAsync();
        lab.Server.Faults.Add(point, Fault.Response.TooManyRequests(TimeSpan.FromSeconds(7), "slow_down"), times: 1);

        var error = await Assert.ThrowsAsync<HaapiException>(() => lab.App(lab.Phone(id)).CreateAsync(Cancellation));

        Assert.Equal(TimeSpan.FromSeconds(7), error.RetryAfter);
        Assert.EndsWith("Ask again after 7 s.", error.Message, StringComparison.Ordinal);
        Assert.Empty(lab.DeviceClients);
    }

    [Fact]
    public async Task A_token_that_outlives_every_calendar_is_a_token()
    {
        await using var lab = await AppFixture.OpenAsync();
        lab.Server.Faults.Add(
            FaultPoint.Token,
            Answer("""{"access_token":"t","token_type":"DPoP","expires_in":9223372036854775807}"""),
            times: 1
        );

        using var app = await lab.App(lab.Phone("flagship")).CreateAsync(Cancellation);

        var token = await app.TokenManager.GetAccessTokenAsync(Cancellation);
        Assert.Equal("t", token.Reveal());
    }

    [Fact]
    public async Task A_client_attestation_token_that_outlives_every_calendar_is_one()
    {
        await using var lab = await AppFixture.OpenAsync();
        lab.Server.Faults.Add(
            FaultPoint.ClientAttestationToken,
            Answer("""{"client_attestation_token":"not-signed","expires_in":9223372036854775807}"""),
            times: 1
        );

        var error = await Assert.ThrowsAsync<HaapiException>(() =>
            lab.App(lab.Phone("flagship")).CreateAsync(Cancellation)
        );

        Assert.Equal(HaapiStep.TokenExchange, error.Step);
    }

    // What a template says counts, and no default of the app's.
    [Fact]
    public async Task A_template_that_wants_the_secret_in_the_body_gets_it_there()
    {
        await using var lab = await AppFixture.OpenAsync(options =>
            options with
            {
                Registration = options.Registration with
                {
                    ClientTemplates =
                    [
                        .. options.Registration.ClientTemplates.Select(template =>
                            template with
                            {
                                Client = template.Client with
                                {
                                    TokenEndpointAuthMethod =
                                        template.Client.ClientId == "mobile-app-device-secret"
                                            ? "client_secret_post"
                                            : template.Client.TokenEndpointAuthMethod,
                                },
                            }
                        ),
                    ],
                },
            }
        );

        using var app = await lab.App(
                lab.OldPhone,
                "mobile-app-device-secret",
                DeviceCredential.Secret,
                "mobile-app-secret"
            )
            .CreateAsync(Cancellation);

        Assert.Equal(200, await lab.CallAsync(app));
        Assert.Single(lab.Requests, request => request.Target == "/register");
    }

    [Fact]
    public async Task A_secret_that_comes_beside_a_registered_key_is_not_sent()
    {
        await using var lab = await AppFixture.OpenAsync();
        lab.Server.Faults.Add(
            FaultPoint.Registration,
            Answer(
                """{"client_id":"odd","client_secret":"never-asked-for","client_secret_expires_at":0,"token_endpoint_auth_method":"private_key_jwt"}"""
            ),
            times: 1
        );

        using var app = await lab.App(lab.OldPhone).CreateAsync(Cancellation);

        Assert.DoesNotContain(
            lab.Requests,
            request => request.Header("Authorization")?.StartsWith("Basic", StringComparison.Ordinal) is true
        );
    }

    private static Fault.Response Answer(string json) => new(200, json, "application/json");
}
