using System.Text.Json;
using ClientAuth.MockServer.Standalone.Tests.Processes;

namespace ClientAuth.MockServer.Standalone.Tests.Lab;

/// <summary>Without <c>--lab</c> there is no lab; with it, only for whoever can read the manifest.</summary>
[Collection(UntouchedLab.Name)]
public sealed class LabAccessTests(RunningServer running, RunningLabServer withLab)
{
    [Theory]
    [InlineData("/lab/faults")]
    [InlineData("/lab/exchanges")]
    [InlineData("/lab/clock")]
    public async Task Unless_asked_for_a_lab_endpoint_is_like_any_path_that_is_not_there(string path)
    {
        var server = running.Process;

        var lab = await FetchAsync(server, path);
        var any = await FetchAsync(server, "/nothing");

        Assert.Equal((404, any.Body), (lab.Status, lab.Body));
        Assert.False(server.Manifest.TryGetProperty("lab", out _));
        Assert.DoesNotContain(server.Announcement, line => line.Contains("lab", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task The_token_is_in_the_manifest_and_nowhere_else()
    {
        var server = withLab.Server;
        var issuer = server.Process.Issuer;

        Assert.Equal(
            [
                ("faults", $"{issuer}/lab/faults"),
                ("release", $"{issuer}/lab/faults/release"),
                ("exchanges", $"{issuer}/lab/exchanges"),
                ("clock", $"{issuer}/lab/clock"),
                ("token", server.Token),
            ],
            Members(server.Process.Manifest.GetProperty("lab"))
        );
        Assert.Equal(43, server.Token.Length);
        Assert.Contains(
            $"Lab endpoints:        {issuer}/lab/ (their token is in the manifest)",
            server.Process.Announcement
        );
        Assert.All(
            server.Process.Announcement,
            line => Assert.DoesNotContain(server.Token, line, StringComparison.Ordinal)
        );
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite,
                File.GetUnixFileMode(server.Process.ManifestPath)
            );
        }
    }

    [Fact]
    public async Task Without_the_token_the_lab_does_nothing()
    {
        var server = withLab.Server;

        var refused = await FetchAsync(
            server.Process,
            "/lab/faults",
            ("header", "Content-Type: application/json"),
            ("data-raw", """{"at":"token","fault":"reset"}""")
        );

        Assert.Equal(401, refused.Status);
        Assert.Equal(["Bearer realm=\"lab\""], refused.Headers["WWW-Authenticate"]);
        Assert.Equal("""{"faults":[],"seen":{}}""", (await server.GetAsync("faults")).Body);
    }

    // What a page reaches through a name of its own that leads to this machine.
    [Fact]
    public async Task A_host_that_the_certificate_does_not_name_is_refused()
    {
        var server = withLab.Server;
        (string Host, int Status)[] hosts =
        [
            ("evil.example", 421),
            ("localhost.evil.example:443", 421),
            ("a b", 400),
            ("127.0.0.1:1", 200),
            ("[::1]", 200),
            ("10.0.2.2:8443", 200),
            ("LOCALHOST", 200),
        ];

        foreach (var (host, status) in hosts)
        {
            var answer = await FetchAsync(
                server.Process,
                "/lab/faults",
                ("header", $"Host: {host}"),
                ("header", $"Authorization: Bearer {server.Token}")
            );
            Assert.Equal((host, status), (host, answer.Status));
        }
    }

    private static IEnumerable<(string, string?)> Members(JsonElement json) =>
        json.EnumerateObject().Select(member => (member.Name, member.Value.GetString()));

    private static async Task<CurlResponse> FetchAsync(
        StandaloneProcess server,
        string path,
        params (string, string)[] options
    ) => CurlResponse.Parse((await Curl.RunAsync(server, server.Issuer + path, options)).Succeeded());
}
