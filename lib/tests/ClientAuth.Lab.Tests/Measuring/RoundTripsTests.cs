using System.Security.Authentication;
using ClientAuth.Lab.Expectations;
using ClientAuth.Lab.Measuring;
using ClientAuth.Protocol.Recording;
using ClientAuth.Visuals.Timelines;

namespace ClientAuth.Lab.Tests.Measuring;

/// <summary>How many round trips a request takes over a slow network. Of times it asserts only that of a key that is slower than all else.</summary>
public sealed class RoundTripsTests
{
    private static readonly TimeSpan RoundTrip = TimeSpan.FromMilliseconds(40);

    [Fact]
    public async Task Round_trips_are_those_of_tcp_tls_and_each_request()
    {
        SystemTls.Require13();
        await using var lab = await LessonLab.OpenAsync();

        var measured = await lab.MeasureRoundTripsAsync(
            lab.Network(RoundTrip),
            new("new", "mobile-app-secret"),
            new("mutual TLS", "mobile-app-mtls"),
            new("TLS 1.2", "mobile-app-secret") { Protocols = SslProtocols.Tls12 },
            new("resumed", "mobile-app-secret") { Connection = ConnectionUse.Resumed },
            new("open", "mobile-app-mtls") { Connection = ConnectionUse.Open },
            new("nonce", "mobile-app-secret") { Proof = ProofUse.NonceUnknown },
            new("known", "mobile-app-secret") { Proof = ProofUse.NonceKnown, Connection = ConnectionUse.Open }
        );

        measured.MustTake(
            ("new", 3),
            ("mutual TLS", 3),
            ("TLS 1.2", 4),
            ("resumed", 3),
            ("open", 1),
            ("nonce", 4),
            ("known", 1)
        );
        Assert.Equal("open", measured.FewestFirst[0]);
        Assert.Contains("TLS 1.2, 4 round trips, ", measured.Chart().ToString(), StringComparison.Ordinal);
        Assert.Equal(
            "Expected 'open' to take 2 round trips; it took 1.",
            Assert.Throws<LessonExpectationException>(() => measured.MustTake(("open", 2))).Message
        );
        Assert.StartsWith(
            "'old' was not measured; there are: new; mutual TLS;",
            Assert.Throws<ArgumentException>(() => measured["old"]).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_slow_key_is_waited_for_unless_the_request_is_signed_early()
    {
        await using var lab = await LessonLab.OpenAsync();
        var late = new ClientVariant("late", "mobile-app-jwt-asymmetric")
        {
            Connection = ConnectionUse.Open,
            KeyTakes = TimeSpan.FromMilliseconds(120),
        };

        var measured = await lab.MeasureRoundTripsAsync(
            lab.Network(RoundTrip),
            late,
            late with
            {
                Label = "early",
                SignsEarly = true,
            }
        );

        measured.MustTake(("late", 1), ("early", 1));
        var (waited, ready) = (measured.Trials[0].Phases, measured.Trials[1].Phases);
        Assert.Contains(
            waited,
            phase => phase.Name == PhaseNames.BuildCredential && phase.Duration >= TimeSpan.FromMilliseconds(100)
        );
        Assert.DoesNotContain(ready, phase => phase.Name == PhaseNames.BuildCredential);
    }

    [Fact]
    public async Task A_variant_that_makes_no_sense_or_is_refused_is_not_measured()
    {
        await using var lab = await LessonLab.OpenAsync();
        var network = lab.Network(TimeSpan.Zero);
        (ClientVariant Variant, string Message)[] mistakes =
        [
            (
                new("s", "mobile-app-secret") { KeyTakes = TimeSpan.FromSeconds(1) },
                "'s' signs no JWT, and KeyTakes is the time for that; leave KeyTakes out."
            ),
            (
                new("k", "mobile-app-jwt-asymmetric") { KeyTakes = TimeSpan.FromSeconds(-1) },
                "'k' has a key that takes -00:00:01; let KeyTakes be from 0 s to 10 s."
            ),
            (
                new("m", "mobile-app-mtls") { Connection = ConnectionUse.Resumed },
                "'m' has a certificate, and such a client resumes no session here; let Connection be New or Open."
            ),
            (
                new("e", "mobile-app-secret") { SignsEarly = true, Proof = ProofUse.NonceUnknown },
                "'e' signs early, and a proof that is signed early needs a known nonce; let Proof be NonceKnown or None."
            ),
        ];

        foreach (var (variant, message) in mistakes)
        {
            var mistake = await Assert.ThrowsAsync<ArgumentException>(() =>
                lab.MeasureRoundTripsAsync(network, variant)
            );
            Assert.Equal(message, mistake.Message);
        }

        var refused = await Assert.ThrowsAsync<LessonExpectationException>(() =>
            lab.MeasureRoundTripsAsync(
                network,
                new ClientVariant("r", "nobody")
                {
                    Method = new ClientAuth.Client.ClientAuthenticationMethodConfiguration.Secret("wrong"),
                }
            )
        );
        Assert.StartsWith(
            "'r' was to be measured, but the server did not issue a token: Refused: 401",
            refused.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Variants_of_one_name_are_not_taken_for_runs_of_one()
    {
        var measured = new MeasuredRoundTrips(
            RoundTrip,
            [
                [Run("same", 3)],
                [Run("same", 1)],
            ],
            hasTls13: true
        );

        Assert.Equal(["same", "same"], measured.FewestFirst);
        Assert.Equal(3, measured["same"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Where_TLS_ends_at_1_2_nothing_is_claimed(bool hasTls13)
    {
        var measured = new MeasuredRoundTrips(
            RoundTrip,
            [
                [Run("one", 4)],
                [Run("two", 3)],
            ],
            hasTls13
        );

        void MustTake() => measured.MustTake(("one", 3));

        if (hasTls13)
        {
            Assert.Equal(
                "Expected 'one' to take 3 round trips; it took 4.",
                Assert.Throws<LessonExpectationException>(MustTake).Message
            );
        }
        else
        {
            Assert.Same(measured, measured.MustTake(("one", 3)));
        }
    }

    private static RoundTripTrial Run(string variant, int roundTrips) =>
        new(variant, roundTrips, [new RecordedPhase(PhaseNames.Connect, RoundTrip) { Started = TimeSpan.Zero }]);
}
