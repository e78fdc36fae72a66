using System.Globalization;
using ClientAuth.Devices;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Tests.Lab;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Tests.Platforms;

/// <summary>A challenge makes evidence fresh: it is good for a while and for one token, and a refusal leaves it as it was.</summary>
public sealed class ChallengeTests : IAsyncLifetime
{
    private DeviceLab _lab = null!;

    public async ValueTask InitializeAsync() => _lab = await DeviceLab.StartAsync();

    public ValueTask DisposeAsync() => _lab.DisposeAsync();

    [Fact]
    public async Task Second_use_is_refused_with_a_fresh_one()
    {
        var device = _lab.Android();
        var (challenge, nonce) = await device.ChallengeAsync();
        TestDevice.Token(await device.SendAsync(Request(device, challenge!, nonce)));

        var second = await device.SendAsync(Request(device, challenge!, nonce));

        second.AssertRefused(400, OAuthErrors.UseAttestationChallenge, Rules.DeviceChallengeUnused.Name);
        var fresh = second.Header(ProofHeaders.ClientAttestationChallenge);
        TestDevice.Token(await device.SendAsync(Request(device, fresh!, nonce)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Of_32_requests_at_once_with_one_challenge_exactly_one_gets_a_token(bool isApple)
    {
        var device = isApple ? _lab.Apple() : _lab.Android();
        if (isApple)
        {
            TestDevice.Token(await device.AttestAsync());
        }

        var (challenge, nonce) = await device.ChallengeAsync();
        var calls = Enumerable.Range(0, 32).Select(_ => Request(device, challenge!, nonce)).ToList();
        _lab.Lab.Server.Exchanges.Clear();

        var answers = await Task.WhenAll(calls.Select(call => _lab.Lab.SendAsync(call)));

        Assert.Equal(1, answers.Count(answer => answer.Status == 200));
        var failed = _lab.Lab.Server.Exchanges.Snapshot().Select(exchange => exchange.Trace.Failure?.Check);
        // A lower count that comes after the higher one has been taken is refused for itself, ahead of the spending.
        string[] reasons = isApple
            ? [Rules.DeviceChallengeUnused.Name, Rules.AppAssertionCounter.Name]
            : [Rules.DeviceChallengeUnused.Name];
        Assert.Equal(31, failed.Count(reasons.Contains));
    }

    [Fact]
    public async Task Challenge_is_good_until_its_lifetime_is_over()
    {
        var device = _lab.Android();
        var (challenge, _) = await device.ChallengeAsync();
        var (late, _) = await device.ChallengeAsync();

        _lab.Lab.Clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromMilliseconds(1));
        var (_, nonce) = await device.ChallengeAsync();
        TestDevice.Token(await device.SendAsync(Request(device, challenge!, nonce)));
        _lab.Lab.Clock.Advance(TimeSpan.FromMilliseconds(1));

        var answer = await device.SendAsync(Request(device, late!, nonce));

        answer.AssertRefused(400, OAuthErrors.UseAttestationChallenge, Rules.DeviceChallenge.Name);
        Assert.NotNull(answer.Header(ProofHeaders.ClientAttestationChallenge));
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("null")]
    [InlineData("\"made up\"")]
    [InlineData("\"ü\"")]
    public async Task Challenge_that_the_server_never_gave_is_answered_with_one(string json)
    {
        var device = _lab.Android();
        var call = await device.AttestationAsync(change: body =>
            body["challenge"] = System.Text.Json.Nodes.JsonNode.Parse(json)
        );

        var answer = await device.SendAsync(call);

        answer.AssertRefused(400, OAuthErrors.UseAttestationChallenge, Rules.DeviceChallenge.Name);
        Assert.NotNull(answer.Header(ProofHeaders.ClientAttestationChallenge));
    }

    [Theory]
    [InlineData(" {0}")]
    [InlineData("{0}\n")]
    [InlineData("{0}=")]
    [InlineData("{0}====")]
    public async Task Another_spelling_of_a_spent_challenge_is_one_that_the_server_never_gave(string spelling)
    {
        var device = _lab.Android();
        var (challenge, nonce) = await device.ChallengeAsync();
        TestDevice.Token(await device.SendAsync(Request(device, challenge!, nonce)));
        var respelled = string.Format(CultureInfo.InvariantCulture, spelling, challenge);

        var second = await device.SendAsync(Request(device, respelled, nonce));

        second.AssertRefused(400, OAuthErrors.UseAttestationChallenge, Rules.DeviceChallenge.Name);
    }

    [Fact]
    public async Task Missing_challenge_is_answered_with_one()
    {
        var answer = await _lab.Android().AttestAsync(change: body => body.Remove("challenge"));

        answer.AssertRefused(400, OAuthErrors.UseAttestationChallenge, Rules.DeviceChallenge.Name);
    }

    [Fact]
    public async Task Evidence_must_repeat_the_challenge_of_its_own_request()
    {
        var device = _lab.Android();
        var (first, _) = await device.ChallengeAsync();

        var answer = await device.AttestAsync(change: body => body["challenge"] = first);

        answer.AssertRefused(400, OAuthErrors.InvalidClientAttestation, Rules.AndroidKeyChallenge.Name);
    }

    [Fact]
    public async Task Refused_request_leaves_challenge_and_proof_unspent()
    {
        var device = _lab.Android();
        var (challenge, nonce) = await device.ChallengeAsync();
        var bad = device.Body(challenge!, flaw: AndroidFlaws.ImportedKey);
        var call = device.Attestation(bad.ToJsonString(), nonce);
        (await device.SendAsync(call)).AssertRefused(
            400,
            OAuthErrors.InvalidClientAttestation,
            Rules.AndroidKeyOrigin.Name
        );

        // The same challenge and the same proof with evidence in order.
        var mended = await device.SendAsync(call with { RawBody = device.Body(challenge!).ToJsonString() });

        TestDevice.Token(mended);
    }

    [Fact]
    public async Task Replayed_proof_leaves_the_challenge_unspent()
    {
        var device = _lab.Android();
        var call = await device.AttestationAsync();
        TestDevice.Token(await device.SendAsync(call));
        var (challenge, nonce) = await device.ChallengeAsync();
        var body = device.Body(challenge!).ToJsonString();

        var replayed = await device.SendAsync(call with { RawBody = body });

        replayed.AssertRefused(400, OAuthErrors.InvalidDpopProof, Rules.DpopJtiUnused.Name);
        TestDevice.Token(await device.SendAsync(device.Attestation(body, nonce)));
    }

    [Fact]
    public async Task Spent_challenge_stays_spent_when_the_clock_was_set_forward_and_back()
    {
        var device = _lab.Android();
        var (challenge, nonce) = await device.ChallengeAsync();
        TestDevice.Token(await device.SendAsync(Request(device, challenge!, nonce)));
        var clock = _lab.Lab.Clock;
        var start = clock.GetUtcNow();
        clock.AdjustTime(start.AddHours(1));
        TestDevice.Token(await device.AttestAsync());

        clock.AdjustTime(start);

        var (_, fresh) = await device.ChallengeAsync();
        var replayed = await device.SendAsync(Request(device, challenge!, fresh));
        Assert.Equal(Rules.DeviceChallengeUnused.Name, replayed.Exchange.Trace.Failure?.Check);
        TestDevice.Token(await device.AttestAsync());
    }

    private static TestCall Request(TestDevice device, string challenge, string? nonce) =>
        device.Attestation(device.Body(challenge).ToJsonString(), nonce);
}
