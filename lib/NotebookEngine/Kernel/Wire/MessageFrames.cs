using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NotebookEngine.Kernel.Wire;

/// <summary>Turns messages into frames and back: identities, delimiter, signature, header, parent header, metadata, content, buffers.</summary>
internal sealed class MessageFrames(MessageSignature signature)
{
    private const int SignedParts = 4;

    private static readonly byte[] Delimiter = "<IDS|MSG>"u8.ToArray();
    private static readonly byte[] NoParent = "{}"u8.ToArray();
    private static readonly UTF8Encoding StrictUtf8 = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    // Doubled members would only be noticed when one is read; deep nesting could end the process.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 128 };

    private readonly SeenSignatures _seen = new();

    internal IReadOnlyList<byte[]> Write(WireMessage message)
    {
        byte[][] parts =
        [
            message.Header.Json,
            message.Parent?.Json ?? NoParent,
            JsonSerializer.SerializeToUtf8Bytes(message.Metadata),
            JsonSerializer.SerializeToUtf8Bytes(message.Content),
        ];
        return [.. message.Identities, Delimiter, signature.Of(parts), .. parts];
    }

    /// <summary>Reads what came in on one thread.</summary>
    /// <returns>The message, or null and why it is none.</returns>
    internal WireMessage? Read(KernelChannel channel, IReadOnlyList<byte[]> frames, out string problem)
    {
        var delimiter = frames.Index().FirstOrDefault(frame => frame.Item.AsSpan().SequenceEqual(Delimiter), (-1, []));
        if (delimiter.Index < 0)
        {
            problem = "it has no delimiter <IDS|MSG>";
            return null;
        }

        var signed = delimiter.Index + 2;
        if (frames.Count < signed + SignedParts)
        {
            problem = FormattableString.Invariant(
                $"{frames.Count - delimiter.Index - 1} frames follow the delimiter, and a message has at least {1 + SignedParts}"
            );
            return null;
        }

        var parts = frames.Skip(signed).Take(SignedParts).ToList();
        if (!signature.Accepts(frames[signed - 1], parts))
        {
            problem = "its signature is not by the connection's key";
            return null;
        }

        if (!signature.IsOff && !_seen.Add(frames[signed - 1]))
        {
            problem = "it repeats an earlier message";
            return null;
        }

        return Message(channel, [.. frames.Take(delimiter.Index)], parts, out problem);
    }

    private static WireMessage? Message(
        KernelChannel channel,
        IReadOnlyList<byte[]> identities,
        List<byte[]> parts,
        out string problem
    )
    {
        try
        {
            var json = parts.ConvertAll(Object);
            if (MessageHeader.From(json[0], parts[0]) is not { } header)
            {
                problem = "its header lacks msg_id or msg_type";
                return null;
            }

            problem = "";
            return new WireMessage
            {
                Channel = channel,
                Identities = identities,
                Header = header,
                Parent = MessageHeader.From(json[1], parts[1]),
                Metadata = json[2],
                Content = json[3],
            };
        }
        catch (Exception malformed)
            when (malformed is JsonException or DecoderFallbackException or InvalidOperationException)
        {
            // The exception's own message could quote what the part holds.
            problem = "a part of it is no JSON object in UTF-8, or is nested too deeply, or has a member twice";
            return null;
        }
    }

    private static JsonObject Object(byte[] part)
    {
        var json =
            JsonNode.Parse(StrictUtf8.GetString(part), documentOptions: Strict) as JsonObject
            ?? throw new JsonException("it is JSON, but no object");
        // The names are read at the first use, and half a character in one is noticed only then.
        _ = json.Count;
        return json;
    }
}
