using ClientAuth.Client;
using ClientAuth.Lab.Expectations;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.Lab.Tests.Measuring;

/// <summary>What a lesson measures over real TLS: which parts there are, and what is refused. How long they took is not asserted here.</summary>
public sealed class MeasuringLabTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_request_is_measured_phase_by_phase_on_a_connection_of_its_own()
    {
        await using var lab = await LessonLab.OpenAsync();

        var measured = await lab.MeasurePhasesAsync(lab.Timed("mTLS", "mobile-app-mtls"));

        string[] expected =
        [
            PhaseNames.BuildCredential,
            PhaseNames.Connect,
            PhaseNames.Handshake,
            PhaseNames.ReadRequest,
            PhaseNames.Authenticate,
            PhaseNames.IssueToken,
        ];
        Assert.Equal(expected.Order(), measured.Measurements.Select(one => one.Part).Order());
        Assert.All(measured.Measurements, one => Assert.Equal(("mTLS", 30), (one.Variant, one.Samples.Count)));
    }

    [Fact]
    public async Task A_request_that_is_refused_is_not_measured()
    {
        await using var lab = await LessonLab.OpenAsync();
        var wrong = new ClientAuthenticationMethodConfiguration.Secret("wrong");

        var error = await Assert.ThrowsAsync<LessonExpectationException>(() =>
            lab.MeasurePhasesAsync(lab.Timed("wrong secret", "mobile-app-secret", wrong))
        );

        Assert.StartsWith(
            "A request was to be measured, but the server did not issue a token: Refused: 401",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_refusal_is_measured_for_the_caller_and_in_the_server_and_a_token_is_none()
    {
        await using var lab = await LessonLab.OpenAsync(
            new LabOptions
            {
                Server = options =>
                    options with
                    {
                        Secrets = options.Secrets with { AuthenticationFailureLimit = 1000 },
                    },
            },
            Cancellation
        );
        var unknown = lab.Timed("unknown", "nobody", new ClientAuthenticationMethodConfiguration.Secret("wrong"));

        var measured = await lab.MeasureRefusalsAsync(unknown);

        Assert.Equal(["caller", "checks"], measured.Measurements.Select(one => one.Part));
        var error = await Assert.ThrowsAsync<LessonExpectationException>(() =>
            lab.MeasureRefusalsAsync(lab.Timed("secret", "mobile-app-secret"))
        );
        Assert.StartsWith(
            "A refusal was to be measured, but the server said: Issued",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_connection_is_measured_new_and_open_and_resumed_where_no_certificate_is_presented()
    {
        await using var lab = await LessonLab.OpenAsync();
        var before = lab.Server.Exchanges.Last?.Number ?? 0;

        var measured = await lab.MeasureConnectionsAsync(
            lab.Timed("secret", "mobile-app-secret"),
            lab.Timed("mTLS", "mobile-app-mtls")
        );

        Assert.Equal(
            [
                ("secret", "first request"),
                ("secret", "second request"),
                ("mTLS", "first request"),
                ("mTLS", "second request"),
                ("secret", "new connection, resumed"),
            ],
            measured.Measurements.Select(one => (one.Variant, one.Part))
        );
        var handshakes = lab
            .Server.Exchanges.Snapshot()
            .Where(exchange => exchange.Number > before)
            .Count(exchange => exchange.Phases.Any(phase => phase.Name == PhaseNames.Handshake));
        Assert.Equal(3 * 33, handshakes);
    }

    [Fact]
    public async Task The_first_request_of_a_lab_stands_beside_thirty_later_ones()
    {
        await using var lab = await LessonLab.OpenAsync();
        var tooEarly = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            lab.MeasureColdAndWarmAsync("mobile-app-secret")
        );
        Assert.StartsWith("The first request of this lab is not recorded", tooEarly.Message, StringComparison.Ordinal);
        await lab.TokenClient("mobile-app-secret").RequestTokenAsync("read", Cancellation);

        var measured = await lab.MeasureColdAndWarmAsync("mobile-app-secret");
        var again = await lab.MeasureColdAndWarmAsync("mobile-app-secret");

        Assert.Equal([1, 30], measured.Measurements.Select(one => one.Samples.Count));
        Assert.Equal(measured["the first request"].Samples, again["the first request"].Samples);
    }

    [Fact]
    public async Task Steps_are_named_after_who_does_what_in_their_order()
    {
        await using var lab = await LessonLab.OpenAsync();

        var measured = await lab.MeasureStepsAsync(
            "The fallback",
            async () => (await lab.StartAppAsync(lab.Devices.Another("older-than-android-8"))).Dispose()
        );

        Assert.Equal(
            [
                "phone: makes the key",
                "server: refuses, dpop.nonce",
                "server: initial access token",
                "server: registration",
                "server: token of its own client",
            ],
            measured.Measurements.Select(one => one.Variant)
        );
    }
}
