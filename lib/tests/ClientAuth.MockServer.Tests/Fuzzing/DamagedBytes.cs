using FsCheck;
using FsCheck.Fluent;

namespace ClientAuth.MockServer.Tests.Fuzzing;

/// <summary>What is done to bytes that were good: a few places overwritten, removed, doubled or cut off.</summary>
/// <param name="Edits">In order.</param>
public sealed record DamagedBytes(IReadOnlyList<(EditKind Kind, int At, byte[] Bytes)> Edits)
{
    // Lengths that lie, tags and types that mean something else, and plain noise.
    private static readonly byte[][] Interesting =
    [
        [0x00],
        [0x7F],
        [0x80],
        [0xFF],
        [0x30, 0x80],
        [0x30, 0x84, 0x7F, 0xFF, 0xFF, 0xFF],
        [0xBF, 0x85, 0x3E],
        [0x02, 0x01, 0x00],
        [0x05, 0x00],
        [0x1B, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF],
        [0x5B, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF],
        [0x9F],
        [0xBF],
        [0xF6],
        [.. Enumerable.Repeat<byte>(0x30, 64)],
        [.. Enumerable.Repeat<byte>(0x81, 300)],
    ];

    public static Gen<DamagedBytes> Some { get; } =
        from count in Gen.Frequency((3, Gen.Constant(1)), (1, Gen.Choose(2, 4)))
        from edits in AnEdit().ArrayOf(count)
        select new DamagedBytes(edits);

    public byte[] Damage(byte[] good) => Edits.Aggregate(good, Apply);

    public override string ToString() =>
        string.Join(", ", Edits.Select(edit => $"{edit.Kind} {Convert.ToHexString(edit.Bytes)} at {edit.At}"));

    private static Gen<(EditKind Kind, int At, byte[] Bytes)> AnEdit() =>
        from kind in Gen.Frequency((3, Gen.Constant(EditKind.Replace)), (1, Gen.Elements(Enum.GetValues<EditKind>())))
        from at in Gen.Choose(0, 1000)
        from bytes in Gen.OneOf(Gen.Elements(Interesting), Gen.Choose(0, 255).Select(one => (byte)one).ArrayOf(1))
        select (kind, at, bytes);

    private static byte[] Apply(byte[] bytes, (EditKind Kind, int At, byte[] Bytes) edit)
    {
        var at = (int)((long)bytes.Length * edit.At / 1000);
        var length = Math.Min(edit.Bytes.Length, bytes.Length - at);
        return edit.Kind switch
        {
            EditKind.Insert => [.. bytes[..at], .. edit.Bytes, .. bytes[at..]],
            EditKind.Replace => [.. bytes[..at], .. edit.Bytes[..length], .. bytes[(at + length)..]],
            EditKind.Delete => [.. bytes[..at], .. bytes[(at + length)..]],
            EditKind.Cut => bytes[..at],
            _ => [.. bytes, .. bytes[at..]],
        };
    }
}
