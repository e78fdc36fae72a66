using System.Text;

namespace NotebookEngine.Tests.Kernel;

/// <summary>What no front end sends, the same for the same seed. Nothing of it may be acted on; the texts in it are to appear in no log.</summary>
internal sealed class GarbageFrames(Random random, WireConnection connection)
{
    internal const string Marker = "never in a log";

    private static readonly string[] WrongJson =
    [
        "",
        "{",
        "[]",
        "null",
        "7",
        $"\"{Marker}\"",
        $$"""{"a":"{{Marker}}","a":2}""",
        $$"""{"\ud800":"\udfff{{Marker}}"}""",
        string.Concat(Enumerable.Repeat("{\"a\":", 5_000)) + "1" + new string('}', 5_000),
        "{\"a\":" + new string('[', 20_000),
        "{\"a\":\"" + new string('x', 100_000),
        "\ufeff{}",
    ];

    private static readonly string[] WrongValues = ["null", "true", "-1", "1e400", "[]", "{}", "[[[]]]", "\"\\ud800\""];

    private static readonly string[] Types =
    [
        "execute_request",
        "complete_request",
        "inspect_request",
        "is_complete_request",
        "history_request",
        "comm_open",
        "comm_msg",
        "input_reply",
    ];

    internal List<byte[]> Next() =>
        random.Next(10) switch
        {
            0 => [.. Enumerable.Range(0, random.Next(1, 10)).Select(_ => Bytes(random.Next(0, 200)))],
            1 => [.. Valid().Take(random.Next(1, 6))],
            2 => Shuffled(Valid()),
            3 => Damaged(Valid()),
            4 => WireFrames.Sign("another key", Header("execute_request"), "{}", "{}", Code),
            5 => WireFrames.Sign(connection.Key, Parts(random.Next(4), Encoding.UTF8.GetBytes(Any(WrongJson)))),
            6 => WireFrames.Sign(connection.Key, Parts(random.Next(4), Bytes(random.Next(0, 200)))),
            7 => WireFrames.Sign(
                connection.Key,
                $$"""{"msg_id":{{Any(WrongValues)}},"msg_type":{{Any(WrongValues)}}}""",
                "{}",
                "{}",
                "{}"
            ),
            8 => WireFrames.Sign(
                connection.Key,
                Header(Any(Types)),
                $$"""{"msg_id":{{Any(WrongValues)}}}""",
                "{}",
                WrongContent()
            ),
            // An unknown type is named in the log on purpose: only a front end with the key gets so far.
            _ => WireFrames.Sign(connection.Key, Header("no_such_request"), "{}", "{}", Code),
        };

    /// <summary>Bytes for a port itself: what follows may or may not be ZeroMQ's greeting.</summary>
    internal byte[] NextStream()
    {
        byte[] greeting = [0xff, 0, 0, 0, 0, 0, 0, 0, 1, 0x7f, 3, 0, .. "NULL"u8, .. new byte[48]];
        byte[] ready = [4, 25, 5, .. "READY"u8, 11, .. "Socket-Type"u8, 0, 0, 0, 3, .. "REQ"u8];
        byte[] stream = random.Next(4) switch
        {
            0 => [],
            1 => greeting,
            2 => [.. greeting, .. ready],
            _ => [.. greeting, .. ready, 2, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
        };
        if (stream.Length > 0 && random.Next(2) == 0)
        {
            stream[random.Next(stream.Length)] ^= (byte)random.Next(1, 256);
        }

        return [.. stream, .. Bytes(random.Next(1, 300))];
    }

    private static string Code => $$"""{"code":"throw new Exception(\"{{Marker}}\");"}""";

    private List<byte[]> Valid() => WireFrames.Sign(connection.Key, Header("execute_request"), "{}", "{}", Code);

    private static string Header(string type) => WireFrames.Header(type, "garbage").ToJsonString();

    private List<byte[]> Shuffled(List<byte[]> frames)
    {
        // At least the signature leaves its place.
        var signature = frames[1];
        frames.RemoveAt(1);
        frames.Insert(random.Next(2, 6), signature);
        return frames;
    }

    private List<byte[]> Damaged(List<byte[]> frames)
    {
        var frame = frames[random.Next(frames.Count)];
        frame[random.Next(frame.Length)] ^= (byte)random.Next(1, 256);
        return frames;
    }

    private byte[][] Parts(int place, byte[] wrong)
    {
        byte[][] parts =
        [
            Encoding.UTF8.GetBytes(Header(place == 3 ? Any(Types) : "execute_request")),
            "{}"u8.ToArray(),
            "{}"u8.ToArray(),
            Encoding.UTF8.GetBytes(Code),
        ];
        parts[place] = wrong;
        return parts;
    }

    private string WrongContent() =>
        $$"""{"code":{{Any(WrongValues)}},"comm_id":{{Any(WrongValues)}},"hist_access_type":{{Any(WrongValues)}},"value":{{Any(WrongValues)}}}""";

    private T Any<T>(T[] choices) => choices[random.Next(choices.Length)];

    private byte[] Bytes(int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }
}
