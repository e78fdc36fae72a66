using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace NotebookEngine.Tests.Kernel;

/// <summary>Jupyter's framing and signature, written a second time for the tests: a fault in the kernel's own must not cancel out.</summary>
internal static class WireFrames
{
    internal const string Delimiter = "<IDS|MSG>";

    /// <summary>Delimiter, signature and the parts, whatever they are.</summary>
    internal static List<byte[]> Sign(string key, params byte[][] parts) =>
        [Encoding.ASCII.GetBytes(Delimiter), Encoding.ASCII.GetBytes(Signature(key, parts)), .. parts];

    internal static List<byte[]> Sign(string key, params string[] parts) =>
        Sign(key, Array.ConvertAll(parts, Encoding.UTF8.GetBytes));

    internal static JsonObject Header(string type, string session) =>
        new()
        {
            ["msg_id"] = Guid.NewGuid().ToString(),
            ["session"] = session,
            ["username"] = "tester",
            ["date"] = "2026-01-01T00:00:00Z",
            ["msg_type"] = type,
            ["version"] = "5.3",
        };

    /// <summary>Reads a message, of which everything must be right.</summary>
    internal static WireReply Read(string key, IReadOnlyList<byte[]> frames)
    {
        var delimiter = frames.ToList().FindIndex(frame => Encoding.ASCII.GetString(frame) == Delimiter);
        Assert.Equal(delimiter + 6, frames.Count);
        var parts = frames.Skip(delimiter + 2).ToArray();
        Assert.Equal(Signature(key, parts), Encoding.ASCII.GetString(frames[delimiter + 1]));
        var json = Array.ConvertAll(parts, part => JsonNode.Parse(part)!.AsObject());
        return new WireReply(json[0], json[1], json[3]);
    }

    private static string Signature(string key, byte[][] parts) =>
        key.Length == 0
            ? ""
            : Convert.ToHexStringLower(
                HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), parts.SelectMany(part => part).ToArray())
            );
}
