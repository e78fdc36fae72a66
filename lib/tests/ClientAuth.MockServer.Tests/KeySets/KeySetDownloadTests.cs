using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Tests.Lab;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Tests.KeySets;

/// <summary>What the server does not let a client's host do to it.</summary>
public sealed class KeySetDownloadTests
{
    private static readonly Dictionary<string, (Func<JwksResponse, JwksResponse> Change, string Seen)> Failures = new()
    {
        ["not found"] = (_ => JwksResponse.Failing(404), "status 404"),
        ["server error"] = (_ => JwksResponse.Failing(500), "status 500"),
        ["no content"] = (_ => JwksResponse.Failing(204), "status 204"),
        ["another media type"] = (good => good with { ContentType = "text/plain" }, "the media type 'text/plain'"),
        ["no JSON"] = (good => good with { Body = "{" }, "no JSON, or a name twice"),
        ["a name twice"] = (good => good with { Body = """{"keys":[],"keys":[]}""" }, "no JSON, or a name twice"),
        ["half a character"] = (good => good with { Body = """{"\ud800":1,"keys":[]}""" }, "no JSON, or a name twice"),
        ["an array"] = (good => good with { Body = "[]" }, "no JSON object with an array 'keys'"),
        ["keys that are none"] = (
            good => good with { Body = """{"keys":{}}""" },
            "no JSON object with an array 'keys'"
        ),
        ["ten megabytes"] = (good => good.FilledTo(10 * 1024 * 1024), "more than 65536 bytes"),
        ["a dropped connection"] = (good => good with { IsDropped = true }, "an incomplete answer"),
        ["endless headers"] = (
            good => good with { Headers = new Dictionary<string, string> { ["X-Long"] = new('x', 20_000) } },
            "headers that are too long"
        ),
    };

    public static TheoryData<string> FailureNames() => [.. Failures.Keys];

    [Theory]
    [MemberData(nameof(FailureNames))]
    public async Task Whatever_the_host_answers_the_client_alone_is_refused(string name)
    {
        await using var lab = await KeyHostLab.StartAsync();
        lab.Host.Answer = Failures[name].Change(lab.Host.Answer);

        var answer = await lab.SendAsync();

        AssertRefused(answer, Failures[name].Seen);
        Assert.Equal(1, lab.Host.Requests);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_host_that_answers_never_or_much_too_late_is_given_up(bool never)
    {
        await using var lab = await KeyHostLab.StartAsync(options =>
            options with
            {
                KeySets = options.KeySets with { JwksUriTimeout = TimeSpan.FromMilliseconds(50) },
            }
        );
        lab.Host.Answer = never
            ? lab.Host.Answer.HeldUntil(new TaskCompletionSource().Task)
            : lab.Host.Answer.HeldFor(TimeSpan.FromHours(1));

        AssertRefused(await lab.SendAsync(), "no complete answer within 0.05 s");
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var elsewhere = await KeyHostLab.StartAsync();
        await using var lab = await KeyHostLab.StartAsync(options =>
            options with
            {
                KeySets = options.KeySets with
                {
                    JwksUriOrigins = [.. options.KeySets.JwksUriOrigins, elsewhere.Host.Origin],
                },
            }
        );
        lab.Host.Answer = JwksResponse.RedirectingTo(elsewhere.Host.JwksUri);

        AssertRefused(await lab.SendAsync(), "status 302");
        Assert.Equal(0, elsewhere.Host.Requests);
    }

    [Fact]
    public async Task A_host_that_is_gone_refuses_the_client()
    {
        await using var lab = await KeyHostLab.StartAsync();
        await lab.Host.DisposeAsync();

        AssertRefused(await lab.SendAsync(), "no connection");
    }

    [Fact]
    public async Task A_certificate_of_an_authority_that_is_not_given_is_not_trusted()
    {
        await using var lab = await KeyHostLab.StartAsync(options =>
            options with
            {
                KeySets = options.KeySets with { JwksUriAuthorities = [] },
            }
        );

        AssertRefused(await lab.SendAsync(), "no TLS with a certificate of a trusted authority");
        Assert.Equal(0, lab.Host.Requests);
    }

    [Fact]
    public async Task A_certificate_that_has_expired_by_the_servers_clock_is_not_trusted()
    {
        await using var lab = await KeyHostLab.StartAsync();
        lab.Lab.Clock.Advance(TimeSpan.FromDays(2));

        AssertRefused(await lab.SendAsync(), "no TLS with a certificate of a trusted authority");
    }

    [Fact]
    public async Task Nobody_makes_the_server_ask_in_the_name_of_an_unknown_client_or_with_an_address_of_its_own()
    {
        await using var lab = await KeyHostLab.StartAsync();
        var stranger = lab.Lab.Assertion("stranger");
        stranger.Header["jku"] = lab.Host.JwksUri;
        var known = lab.Lab.Assertion(TestClients.Signer);
        known.Header["jku"] = lab.Host.JwksUri;
        known.Header["x5u"] = lab.Host.JwksUri;

        var unknown = await lab.Lab.SendAsync(TestCall.Asserting(stranger.Sign(lab.Key)));
        var forged = await lab.Lab.SendAsync(TestCall.Asserting(known.Sign(lab.Key)));

        unknown.AssertInvalidClient(Rules.ClientKnown.Name);
        forged.AssertInvalidClient(Rules.Signature.Name);
        Assert.Equal(0, lab.Host.Requests);
    }

    private static void AssertRefused(TestAnswer answer, string seen)
    {
        answer.AssertInvalidClient(Rules.KeysFetched.Name);
        Assert.Equal(seen, answer.Exchange.Trace.Failure!.Seen);
        Assert.Equal(OAuthErrors.InvalidClient, answer.Error().Error);
    }
}
