using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Tests.Lab;
using ClientAuth.MockServer.Tests.LabEndpoints;

namespace ClientAuth.MockServer.Tests.RawHttp;

/// <summary>Requests whose framing or coding is wrong get a refusal that says so, at every endpoint, and the connection does as the response says.</summary>
public sealed class RequestFramingTests(SharedLabEndpoints shared) : IClassFixture<SharedLabEndpoints>
{
    private const string Form = "Content-Type: application/x-www-form-urlencoded";
    private const string Chunked = "Transfer-Encoding: chunked";

    private static readonly string[] Paths =
    [
        "/token",
        "/introspect",
        "/revoke",
        "/par",
        "/challenge",
        "/register",
        "/register/x",
        "/resource",
        "/jwks",
        "/.well-known/oauth-authorization-server",
        "/nowhere",
        "/lab/faults",
        "/lab/nowhere",
    ];

    private readonly TestLab _lab = shared.Lab;

    public static TheoryData<string> AllPaths => [.. Paths];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(AllPaths))]
    public async Task A_body_whose_chunks_cannot_be_read_gets_400_and_the_end_of_the_connection(string path)
    {
        foreach (var size in new[] { "80000000", "ffffffffffffffff", "zz", "-1", "" })
        {
            var response = await RawRequest.PostAsync(
                _lab,
                path,
                $"{size}\r\nabc\r\n0\r\n\r\n",
                Chunked,
                Authorization(path)
            );

            AssertMalformed(response, 400, "the request is malformed");
        }
    }

    [Theory]
    [MemberData(nameof(AllPaths))]
    public async Task Two_framings_or_another_transfer_coding_get_400_and_the_end_of_the_connection(string path)
    {
        const string body = "5\r\na=bcd\r\n0\r\n\r\n";
        string[][] framings =
        [
            [Chunked, "Content-Length: 5"],
            ["Transfer-Encoding: gzip, chunked"],
            ["Transfer-Encoding: chunked, chunked"],
            ["Transfer-Encoding: gzip", Chunked],
        ];
        foreach (var framing in framings)
        {
            var response = await RawRequest.PostAsync(_lab, path, body, [Authorization(path), .. framing]);

            AssertMalformed(response, 400, "the request is malformed");
        }
    }

    [Theory]
    [MemberData(nameof(AllPaths))]
    public async Task A_body_longer_than_is_read_at_all_gets_413_before_it_is_sent(string path)
    {
        var response = await RawRequest.PostAsync(_lab, path, "", "Content-Length: 99999999", Authorization(path));

        AssertMalformed(response, 413, "the request body is too large");
    }

    [Theory]
    [MemberData(nameof(AllPaths))]
    public async Task Content_coding_gets_415_that_names_the_one_that_is_taken(string path)
    {
        await using var connection = await RawConnection.OpenAsync(_lab, Cancellation);
        foreach (var coding in new[] { "gzip", "br, identity", "x" })
        {
            await RawRequest.WriteAsync(
                connection,
                path,
                "a=b",
                "Content-Length: 3",
                $"Content-Encoding: {coding}",
                Authorization(path)
            );
            var response = await connection.ReadAsync("POST", Cancellation);

            Assert.Equal((415, "identity"), (response!.Status, response.Header("Accept-Encoding")));
            Assert.Equal("the content coding is not supported", RawRequest.Description(response));
            Assert.False(response.SaysClose);
        }
    }

    [Fact]
    public async Task The_trace_says_what_is_wrong_with_the_framing()
    {
        var cases = new (string[] Headers, string Body, string Check, string Seen)[]
        {
            ([Chunked], "80000000\r\n", Rules.Body.Name, "a chunk beyond every size"),
            (["Content-Length: 99999999"], "", Rules.Body.Name, "more than is read at all"),
            ([Chunked, "Content-Length: 5"], "0\r\n\r\n", Rules.Body.Name, "both Content-Length and Transfer-Encoding"),
            (
                ["Transfer-Encoding: gzip, chunked"],
                "0\r\n\r\n",
                Rules.Body.Name,
                "another transfer coding than chunked"
            ),
            (["Content-Encoding: gzip", "Content-Length: 0"], "", Rules.ContentType.Name, "the content coding 'gzip'"),
        };
        foreach (var (headers, body, check, seen) in cases)
        {
            await RawRequest.PostAsync(_lab, "/token", body, headers);

            var failure = _lab.Server.Exchanges.Last!.Trace.Failure!;
            Assert.Equal((check, seen), (failure.Check, failure.Seen));
        }
    }

    // The lab asks for its token first; everything else is asked for nothing before its body is read.
    private static string Authorization(string path) =>
        path.StartsWith("/lab/", StringComparison.Ordinal)
            ? $"Authorization: Bearer {LabCall.Token}\r\nContent-Type: application/json"
            : Form;

    private static void AssertMalformed(RawResponse response, int status, string description)
    {
        Assert.Equal((status, description), (response.Status, RawRequest.Description(response)));
        Assert.Equal("no-store", response.Header("Cache-Control"));
        Assert.True(response.SaysClose, $"{response}");
    }
}
