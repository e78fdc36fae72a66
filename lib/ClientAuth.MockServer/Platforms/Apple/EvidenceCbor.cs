using System.Formats.Cbor;

namespace ClientAuth.MockServer.Platforms.Apple;

/// <summary>Reads the maps of App Attest, CBOR that anybody may have sent (RFC 8949): strictly, no name twice, nothing behind the end.</summary>
internal static class EvidenceCbor
{
    /// <summary>What the reading gives, or null where the bytes are not what it expects.</summary>
    public static T? Read<T>(byte[] bytes, Func<CborReader, T?> read)
        where T : class
    {
        try
        {
            var reader = new CborReader(bytes, CborConformanceMode.Strict);
            var value = read(reader);
            return reader.BytesRemaining == 0 ? value : null;
        }
        catch (Exception e) when (e is CborContentException or InvalidOperationException or OverflowException)
        {
            // The second is how the reader says that something else stands there.
            return null;
        }
    }

    /// <summary>The item that the bytes begin with, as it stands there, or null where they begin with none.</summary>
    public static byte[]? ReadFirst(byte[] bytes, out byte[] rest)
    {
        rest = [];
        try
        {
            var reader = new CborReader(bytes, CborConformanceMode.Strict, allowMultipleRootLevelValues: true);
            var item = reader.ReadEncodedValue().ToArray();
            rest = bytes[item.Length..];
            return item;
        }
        catch (Exception e) when (e is CborContentException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Reads a map with names as keys; <paramref name="readMember"/> reads the value of each, or skips it.</summary>
    public static void ReadMap(CborReader reader, Action<string> readMember)
    {
        reader.ReadStartMap();
        while (reader.PeekState() != CborReaderState.EndMap)
        {
            readMember(reader.ReadTextString());
        }

        reader.ReadEndMap();
    }
}
