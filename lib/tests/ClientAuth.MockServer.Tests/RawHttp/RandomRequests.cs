using System.Text;

namespace ClientAuth.MockServer.Tests.RawHttp;

/// <summary>Makes requests of parts, each mostly right and sometimes wrong, and then damages or cuts off some of them.</summary>
/// <param name="bodies">Bodies that mean something to an endpoint.</param>
/// <param name="credentials">Headers that authenticate, rightly or wrongly.</param>
internal sealed class RandomRequests(IReadOnlyList<string> bodies, IReadOnlyList<string> credentials)
{
    private static readonly string[] Methods = ["GET", "HEAD", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "CONNECT"];

    private static readonly string[] OddMethods =
    [
        "post",
        "P",
        "PO ST",
        "",
        "GET\t",
        "POST:",
        "\u00e9",
        "A'!#$%&*+-.^_`|~9",
        new string('M', 300),
    ];

    private static readonly string[] Paths =
    [
        "/token",
        "/introspect",
        "/revoke",
        "/par",
        "/challenge",
        "/register",
        "/register/",
        "/register/x",
        "/resource",
        "/jwks",
        "/.well-known/oauth-authorization-server",
        "/lab/faults",
        "/lab/exchanges",
        "/",
        "/nowhere",
    ];

    private static readonly string[] OddTargets =
    [
        "*",
        "localhost:443",
        "token",
        "//token",
        "/token/../jwks",
        "/%74oken",
        "/token%00",
        "/token%zz",
        "/token%",
        "/tok\u00e9n",
        "/token\u0001",
        "/token#f",
        "/token?client_secret=s",
        "/token?%zz=%FF",
        "/token?" + new string('q', 3000),
        "/" + new string('p', 9000),
        "https://localhost/token",
        "http://[::1]:1/jwks",
        "https://localhost",
        "https:///token",
        "https://user:pass@localhost/token",
        "ftp://localhost/token",
        "/token?access_token=a&access_token=b",
    ];

    private static readonly string[] OddHeaders =
    [
        "Expect: 100-continue",
        "Expect: nonsense",
        "Connection: close",
        "Connection: keep-alive",
        "Connection: Upgrade\r\nUpgrade: websocket",
        "Connection: close, Content-Type",
        "Content-Encoding: gzip",
        "Content-Encoding: identity",
        "Content-Type: application/json",
        "Content-Type: text/plain; charset=utf-7",
        "Content-Type: ;;;",
        "Accept: text/html;q=0",
        "Accept-Encoding: gzip",
        "Authorization: Basic !!!",
        "Authorization: Bearer eyJhbGciOiJub25lIn0.e30.",
        "Authorization:",
        "Authorization: DPoP a.b.c",
        "DPoP: a.b.c",
        "DPoP: eyJ0eXAiOiJkcG9wK2p3dCJ9.e30.AA\r\nDPoP: x",
        "OAuth-Client-Attestation: a.b.c",
        "OAuth-Client-Attestation-PoP: eyJhbGciOiJFUzI1NiJ9.e30.AA",
        "Client-Cert: :AAAA:",
        "Host: elsewhere.example",
        "Host:",
        "Host: a b",
        "X-Odd: \u0000",
        "X-Odd: \u00ff\u00fe",
        "X-Odd: a\r\n folded",
        " X-Odd: a",
        "X-Odd : a",
        "X-Odd",
        ": a",
        "X-Odd: " + new string('x', 20_000),
        "X-Odd: " + new string('x', 40_000),
        string.Join("\r\n", Enumerable.Range(0, 120).Select(i => $"X-{i}: y")),
        string.Join("\r\n", Enumerable.Range(0, 90).Select(i => $"X-{i}: {new string('y', 250)}")),
        "Range: bytes=0-0",
        "If-None-Match: *",
        "Origin: null",
        "Cookie: a=b; c",
        "Transfer-Encoding: ",
    ];

    /// <summary>The request of a seed; the same seed gives the same request.</summary>
    public RandomRequest Make(int seed)
    {
        var random = new Random(seed);
        var method =
            OneIn(random, 40) ? Pick(random, OddMethods)
            : OneIn(random, 4) ? Pick(random, Methods)
            : "POST";
        var version = OneIn(random, 80)
            ? Pick(random, ["HTTP/1.0", "HTTP/0.9", "HTTP/2.0", "HTTP/1.2", "http/1.1", "HTTP/1.1 "])
            : "HTTP/1.1";
        var target = OneIn(random, 12) ? Pick(random, OddTargets) : Pick(random, Paths);
        List<string> lines = [$"{method} {target} {version}"];
        if (!OneIn(random, 100))
        {
            lines.Add("Host: localhost");
        }

        if (!OneIn(random, 10))
        {
            lines.Add($"Content-Type: {(OneIn(random, 3) ? "application/json" : "application/x-www-form-urlencoded")}");
        }

        if (OneIn(random, 3))
        {
            lines.Add(Pick(random, credentials));
        }

        for (; OneIn(random, 4); )
        {
            lines.Add(Pick(random, OddHeaders));
        }

        var framing = RandomFraming.Make(random, Body(random));
        lines.AddRange(framing.Headers);
        var octets = Encoding.Latin1.GetBytes(string.Join("\r\n", lines) + "\r\n\r\n" + framing.Body);
        return OneIn(random, 16)
            ? new RandomRequest(Damage(random, octets), IsWhole: false)
            : new RandomRequest(octets, framing.IsWhole);
    }

    private static bool OneIn(Random random, int n) => random.Next(n) == 0;

    private static string Pick(Random random, IReadOnlyList<string> from) => from[random.Next(from.Count)];

    private string Body(Random random)
    {
        var body = Pick(random, bodies);
        if (OneIn(random, 4) && body.Length > 0)
        {
            var at = random.Next(body.Length);
            body = body[..at] + (char)random.Next(256) + body[(at + random.Next(2))..];
        }

        return body;
    }

    // Overwritten, taken out, doubled or cut off.
    private static byte[] Damage(Random random, byte[] octets)
    {
        var at = random.Next(octets.Length);
        var length = Math.Min(random.Next(1, 8), octets.Length - at);
        switch (random.Next(4))
        {
            case 0:
                random.NextBytes(octets.AsSpan(at, length));
                return octets;
            case 1:
                return [.. octets[..at], .. octets[(at + length)..]];
            case 2:
                return [.. octets[..(at + length)], .. octets[at..]];
            default:
                return octets[..at];
        }
    }
}
