namespace ClientAuth.MockServer.Tests.RawHttp;

/// <summary>How a request says where its body ends (RFC 9112 §6), rightly or wrongly.</summary>
/// <param name="Headers">The fields that say so.</param>
/// <param name="Body">The body as it goes out.</param>
/// <param name="IsWhole">Whether the request ends with it by every reading, or is wrong before.</param>
internal sealed record RandomFraming(IReadOnlyList<string> Headers, string Body, bool IsWhole)
{
    private const string Chunked = "Transfer-Encoding: chunked";

    private static readonly string[] WrongLengths =
    [
        "-1",
        "+5",
        "5, 5",
        "0x5",
        "99999999999999999999",
        "5 5",
        "five",
        "",
        "5\r\nContent-Length: 6",
    ];

    // Of each, the first octets are wrong already.
    private static readonly string[] WrongChunks =
    [
        "zz\r\n",
        "-1\r\n",
        "80000000\r\nabc\r\n0\r\n\r\n",
        "ffffffff\r\nabc\r\n0\r\n\r\n",
        "123456789abcdef01\r\nabc\r\n0\r\n\r\n",
        "3\r\nabcd\r\n0\r\n\r\n",
        "g\r\n",
        "\r\n\r\n",
    ];

    private static readonly string[] OtherCodings =
    [
        "gzip",
        "gzip, chunked",
        "chunked, chunked",
        "chunked, gzip",
        "identity",
        "chunked;q=1",
        "xchunked",
        "chunked\r\n" + Chunked,
    ];

    public static RandomFraming Make(Random random, string body) =>
        random.Next(36) switch
        {
            0 => new([], "", true),
            1 => new([$"Content-Length: {Pick(random, WrongLengths)}"], body, false),
            2 => new([$"Content-Length: {body.Length + random.Next(1, 100)}"], body, false),
            3 => new([$"Content-Length: {Math.Max(0, body.Length - random.Next(1, 20))}"], body, false),
            4 => new(["Content-Length: 5000000"], body, false),
            5 => new([Chunked], Pick(random, WrongChunks), true),
            6 => new([Chunked], "7fffffff\r\n" + body, false),
            7 => new([$"Transfer-Encoding: {Pick(random, OtherCodings)}"], Chunks(random, body), true),
            8 => new([Chunked, $"Content-Length: {random.Next(100)}"], Chunks(random, body), true),
            9 or 10 or 11 or 12 or 13 => new([Chunked], Chunks(random, body), true),
            14 => new(["Content-Length: 70000"], new string('b', 70_000), true),
            _ => new([$"Content-Length: {body.Length}"], body, true),
        };

    private static string Chunks(Random random, string body)
    {
        var chunks = "";
        while (body.Length > 0)
        {
            var size = random.Next(1, body.Length + 1);
            var extension = random.Next(5) == 0 ? ";name=\"value\"" : "";
            chunks += $"{(random.Next(5) == 0 ? "000" : "")}{size:X}{extension}\r\n{body[..size]}\r\n";
            body = body[size..];
        }

        return chunks + "0\r\n" + (random.Next(5) == 0 ? "X-Trailer: a\r\n" : "") + "\r\n";
    }

    private static string Pick(Random random, string[] from) => from[random.Next(from.Length)];
}
