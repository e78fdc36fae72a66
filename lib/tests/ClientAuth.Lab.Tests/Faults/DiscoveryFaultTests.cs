using ClientAuth.MockServer.Faults;

namespace ClientAuth.Lab.Tests.Faults;

/// <summary>Metadata and keys are documents: a fault there costs nothing, and the client says so.</summary>
public sealed class DiscoveryFaultTests
{
    private const string Advice = "Check that this is the right endpoint of an OAuth server.";

    private const string Harmless = "Reading changes nothing at the server, so it is safe to ask again.";

    public static TheoryData<Fault, string> Metadata =>
        new()
        {
            { new Fault.Response(500), $"answered 500 where metadata comes with 200. {Advice}" },
            {
                new Fault.WrongContentType(),
                $"answered 200 as text/html, where authorization server metadata (RFC 8414 §2) comes as application/json. {Advice}"
            },
            { new Fault.Truncated(), $"closed the connection in the middle of its answer (200). {Harmless}" },
        };

    public static TheoryData<Fault, string> Keys =>
        new()
        {
            { new Fault.Response(404), $"answered 404 where a key set comes with 200. {Advice}" },
            { new Fault.Response(500), $"answered 500 where a key set comes with 200. {Advice}" },
            {
                Fault.Response.TooManyRequests(TimeSpan.FromSeconds(3)),
                "answered 429 where a key set comes with 200. Ask again after 3 s."
            },
            {
                new Fault.Response(200, """{"keys":[null]}""", "application/json"),
                $"answered 200 with a body that is not a key set (RFC 7517 §5), at $. {Advice}"
            },
        };

    [Theory]
    [MemberData(nameof(Metadata))]
    public async Task Metadata_that_does_not_come_is_named(Fault fault, string text)
    {
        await using var server = await FaultyServer.StartAsync();

        var error = await server.FailAsync(FaultPoint.Metadata, fault, server.DiscoverAsync);

        Assert.Equal($"https://{server.Authority}/.well-known/oauth-authorization-server {text}", error.Message);
        Assert.Equal(server.Token, (await server.DiscoverAsync()).TokenEndpoint);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task Keys_that_do_not_come_are_named(Fault fault, string text)
    {
        await using var server = await FaultyServer.StartAsync();

        var error = await server.FailAsync(FaultPoint.Jwks, fault, server.FetchKeysAsync);

        Assert.Equal($"https://{server.Authority}/jwks {text}", error.Message);
        Assert.Single((await server.FetchKeysAsync()).Keys);
    }

    [Fact]
    public async Task A_document_that_is_late_is_given_up_at_the_deadline()
    {
        await using var server = await FaultyServer.StartAsync();

        var error = await server.FailAsync(
            FaultPoint.Jwks,
            new Fault.Late(),
            () => server.TooLateAsync(server.FetchKeysAsync)
        );

        Assert.Equal(
            $"https://{server.Authority}/jwks did not answer within 5 s. Check that the server runs, or allow it more time. {Harmless}",
            error.Message
        );
    }
}
