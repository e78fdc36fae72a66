using System.Text.Json.Nodes;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Tests.Lab;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Tests.Platforms;

/// <summary>The shape of a request for a Client Attestation Token: a POST with a JSON object, read strictly.</summary>
public sealed class DeviceRequestTests : IAsyncLifetime
{
    private const string Evidence = """{"format":"android-key","x5c":["AA=="]}""";

    private DeviceLab _lab = null!;

    public async ValueTask InitializeAsync() => _lab = await DeviceLab.StartAsync();

    public ValueTask DisposeAsync() => _lab.DisposeAsync();

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("{}")]
    [InlineData("grant_type=client_credentials")]
    [InlineData("""{"client_id":"app","client_id":"app"}""")]
    [InlineData("""{"client_id":"app","challenge":"c"}""")]
    [InlineData("""{"client_id":null,"challenge":"c","attestation":{"format":"android-key"}}""")]
    [InlineData("""{"client_id":7,"challenge":"c","attestation":{"format":"android-key"}}""")]
    [InlineData("""{"client_id":"app","challenge":7,"attestation":{"format":"android-key"}}""")]
    [InlineData("""{"client_id":"app","challenge":"c","attestation":null}""")]
    [InlineData("""{"client_id":"app","challenge":"c","attestation":"android-key"}""")]
    [InlineData("""{"client_id":"app","challenge":"c","attestation":{}}""")]
    [InlineData(
        """{"client_id":"app","challenge":"c","attestation":{"format":"android-key","format":"android-key"}}"""
    )]
    [InlineData("""{"client_id":"app","challenge":"c","attestation":{"format":"android-key","x5c":"AA=="}}""")]
    [InlineData("""{"client_id":"app","challenge":"c","attestation":{"format":"android-key","x5c":[7]}}""")]
    [InlineData("""{"client_id":"app","challenge":"\ud800","attestation":{"format":"android-key"}}""")]
    [InlineData("""{"client_id":"app","challenge":"c","attestation":{"format":"android-key"}} x""")]
    public async Task Body_that_is_no_such_object_is_refused(string body)
    {
        var answer = await SendAsync(body);

        answer.AssertRefused(400, OAuthErrors.InvalidRequest, Rules.DeviceRequest.Name);
    }

    [Fact]
    public async Task Body_that_is_too_deep_is_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 20_000));

        var answer = await SendAsync(
            $$"""{"client_id":"app","challenge":"c","attestation":{{Evidence}},"more":{{deep}}"""
        );

        answer.AssertRefused(400, OAuthErrors.InvalidRequest, Rules.DeviceRequest.Name);
    }

    [Fact]
    public async Task Trace_says_where_the_mistake_is_and_quotes_no_value()
    {
        var answer = await SendAsync("""{"client_id":"app","challenge":"c","attestation":{"format":{"s3cr3t":1}}}""");

        Assert.Equal(
            "a member missing or of the wrong type at '$.attestation.format'",
            answer.Exchange.Trace.Failure!.Seen
        );
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/jsonp")]
    public async Task Body_that_does_not_say_that_it_is_JSON_is_refused(string contentType)
    {
        var call = await _lab.Android().AttestationAsync();

        var answer = await _lab.Lab.SendAsync(call with { ContentType = contentType });

        answer.AssertRefused(400, OAuthErrors.InvalidRequest, Rules.ContentType.Name);
    }

    [Fact]
    public async Task Only_POST_is_taken()
    {
        var answer = await _lab.Lab.SendAsync(new TestCall { Path = "/cat", Method = HttpMethod.Get });

        answer.AssertRefused(405, OAuthErrors.InvalidRequest, Rules.Method.Name);
        Assert.Equal("POST", answer.ContentHeader("Allow"));
    }

    [Fact]
    public async Task Members_that_nobody_knows_are_passed_over() =>
        TestDevice.Token(await _lab.Android().AttestAsync(change: body => body["more"] = new JsonObject { ["a"] = 1 }));

    [Theory]
    [InlineData("fido-u2f")]
    [InlineData("ANDROID-KEY")]
    [InlineData("")]
    public async Task Format_that_the_app_is_not_known_for_is_refused(string format)
    {
        var answer = await _lab.Android().AttestAsync(change: body => body["attestation"]!["format"] = format);

        answer.AssertRefused(400, OAuthErrors.InvalidClientAttestation, Rules.DeviceFormat.Name);
        Assert.Equal("android-key or apple-appattest", answer.Exchange.Trace.Failure!.Expected);
    }

    [Fact]
    public async Task App_of_one_platform_is_not_attested_by_another()
    {
        await using var lab = await DeviceLab.StartAsync(options =>
            options with
            {
                Apps = options.Apps with
                {
                    AttestedApps = [.. options.Apps.AttestedApps.Select(app => app with { Apple = null })],
                },
            }
        );

        var answer = await lab.Apple().AttestAsync();

        answer.AssertRefused(400, OAuthErrors.InvalidClientAttestation, Rules.DeviceFormat.Name);
        TestDevice.Token(await lab.Android().AttestAsync());
    }

    private async Task<TestAnswer> SendAsync(string body)
    {
        var device = _lab.Android();
        var (_, nonce) = await device.ChallengeAsync();
        return await device.SendAsync(device.Attestation(body, nonce));
    }
}
