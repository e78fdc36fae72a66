using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NotebookEngine.Kernel.Wire;

/// <summary>Turns messages into frames and back: identities, delimiter, signature, header, parent header, metadata, content, buffers.</summary>
internal sealed class MessageFrames(MessageSignature signature)
{
    private const int SignedParts = 4;

    private static readonly byte[] Delimiter = "<IDS|MSG>"u8.ToArray();
    private static readonly UTF8Encoding StrictUtf8 = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    // Doubled members would only be noticed when one is read; deep nesting could end the process.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 128 };

    internal IReadOnlyList<byte[]> Write(WireMessage message)
    {
        byte[][] parts =
        [
            Bytes(message.Header.Json),
            Bytes(message.ParentHeader),
            Bytes(message.Metadata),
            Bytes(message.Content),
        ];
        return [.. message.Identities, Delimiter, signature.Of(parts), .. parts, .. message.Buffers];
    }

    /// <returns>The message, or null and why it is none.</returns>
    internal WireMessage? Read(IReadOnlyList<byte[]> frames, out string problem)
    {
        var delimiter = frames
            .Index()
            .Where(frame => frame.Item.AsSpan().SequenceEqual(Delimiter))
            .Select(frame => frame.Index)
            .DefaultIfEmpty(-1)
            .First();
        if (delimiter < 0)
        {
            problem = "it has no delimiter <IDS|MSG>";
            return null;
        }

        if (frames.Count < delimiter + 2 + SignedParts)
        {
            problem = FormattableString.Invariant(
                $"{frames.Count - delimiter - 1} frames follow the delimiter, and a message has at least {1 + SignedParts}"
            );
            return null;
        }

        var parts = frames.Skip(delimiter + 2).Take(SignedParts).ToList();
        if (!signature.Accepts(frames[delimiter + 1], parts))
        {
            problem = "its signature is not by the connection's key";
            return null;
        }

        try
        {
            var json = parts.ConvertAll(Object);
            if (MessageHeader.From(json[0]) is not { } header)
            {
                problem = "its header lacks msg_id or msg_type";
                return null;
            }

            problem = "";
            return new WireMessage
            {
                Identities = [.. frames.Take(delimiter)],
                Header = header,
                ParentHeader = json[1],
                Metadata = json[2],
                Content = json[3],
                Buffers = [.. frames.Skip(delimiter + 2 + SignedParts)],
            };
        }
        catch (Exception malformed)
            when (malformed is JsonException or DecoderFallbackException or InvalidOperationException)
        {
            problem = $"a part of it is no JSON object: {malformed.Message.ReplaceLineEndings(" ")}";
            return null;
        }
    }

    private static byte[] Bytes(JsonObject json) => JsonSerializer.SerializeToUtf8Bytes(json);

    private static JsonObject Object(byte[] part) =>
        JsonNode.Parse(StrictUtf8.GetString(part), documentOptions: Strict) as JsonObject
        ?? throw new JsonException("it is JSON, but no object");
}
