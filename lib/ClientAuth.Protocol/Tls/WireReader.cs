using System.Globalization;

namespace ClientAuth.Protocol.Tls;

/// <summary>
/// Reads a message field by field and keeps each field (the presentation language is that of RFC 8446 §3). After the first problem
/// it is at its end and every reading is empty, so that a decoder needs no check of its own and never throws.
/// </summary>
internal sealed class WireReader
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly Findings _findings;
    private readonly int _end;
    private readonly int _depth;
    private int _at;

    public WireReader(string where, ReadOnlyMemory<byte> bytes)
        : this(bytes, new Findings(where), 0, bytes.Length, 0) { }

    private WireReader(ReadOnlyMemory<byte> bytes, Findings findings, int at, int end, int depth) =>
        (_bytes, _findings, _at, _end, _depth) = (bytes, findings, at, end, depth);

    public IReadOnlyList<WireField> Fields => _findings.Fields;

    public WireProblem? Problem => _findings.Problem;

    /// <summary>Nothing is left to read, or it cannot be read.</summary>
    public bool IsAtEnd => _at == _end || Problem is not null;

    private int Left => _end - _at;

    /// <summary>A number in network order.</summary>
    /// <param name="name">Of the field.</param>
    /// <param name="size">In bytes, at most 4.</param>
    /// <param name="words">What it means; the number itself where that is left out.</param>
    public int Number(string name, int size, Func<int, string>? words = null)
    {
        if (!Take(name, size, out var taken))
        {
            return 0;
        }

        var number = BigEndian(taken.Span);
        Keep(name, words is null ? Decimal(number) : words(number), taken);
        return number;
    }

    /// <summary>Bytes that are shown as they are, or in words.</summary>
    public ReadOnlyMemory<byte> Opaque(string name, int size, Func<ReadOnlyMemory<byte>, string>? words = null)
    {
        if (Take(name, size, out var taken))
        {
            Keep(name, words is null ? Size(taken.Length) : words(taken), taken);
        }

        return taken;
    }

    /// <summary>All that is left.</summary>
    public ReadOnlyMemory<byte> Rest(string name, Func<ReadOnlyMemory<byte>, string>? words = null) =>
        IsAtEnd ? ReadOnlyMemory<byte>.Empty : Opaque(name, Left, words);

    /// <summary>What stands behind its own length, to be read by a reader of its own.</summary>
    /// <param name="name">Of the field.</param>
    /// <param name="sizeOfLength">In bytes.</param>
    public WireReader Vector(string name, int sizeOfLength)
    {
        var inner = new WireReader(_bytes, _findings, _at, _at, _depth + 1);
        if (!Take($"the length of {name}", sizeOfLength, out var taken))
        {
            return inner;
        }

        var length = BigEndian(taken.Span);
        Keep($"{name}, length", Size(length), taken);
        return Take(name, length, out _) ? new WireReader(_bytes, _findings, _at - length, _at, _depth + 1) : inner;
    }

    /// <summary>Bytes behind their own length, as one field.</summary>
    /// <param name="name">Of the field.</param>
    /// <param name="sizeOfLength">In bytes.</param>
    /// <param name="words">What the content means; its size where that is left out.</param>
    /// <returns>The content.</returns>
    public ReadOnlyMemory<byte> Block(string name, int sizeOfLength, Func<ReadOnlyMemory<byte>, string>? words = null)
    {
        var from = _at;
        if (
            !Take($"the length of {name}", sizeOfLength, out var length)
            || !Take(name, BigEndian(length.Span), out var content)
        )
        {
            return ReadOnlyMemory<byte>.Empty;
        }

        Keep(name, words is null ? Size(content.Length) : words(content), _bytes[from.._at]);
        return content;
    }

    /// <summary>Numbers of one size behind the length of all, as one field.</summary>
    /// <param name="name">Of the field.</param>
    /// <param name="sizeOfLength">In bytes.</param>
    /// <param name="size">Of a number, in bytes.</param>
    /// <param name="words">What a number means.</param>
    public IReadOnlyList<string> List(string name, int sizeOfLength, int size, Func<int, string> words)
    {
        var all = new List<string>();
        var content = Block(
            name,
            sizeOfLength,
            numbers =>
            {
                for (var at = 0; at + size <= numbers.Length; at += size)
                {
                    all.Add(words(BigEndian(numbers.Span.Slice(at, size))));
                }

                return string.Join(", ", all);
            }
        );
        if (content.Length % size != 0)
        {
            Fail($"{name} of {Size(size)} each, {LeftOver(content.Length % size)}");
        }

        return all;
    }

    /// <summary>Nothing may follow.</summary>
    public void MustEnd()
    {
        if (!IsAtEnd)
        {
            Fail($"the end, {LeftOver(Left)}");
        }
    }

    /// <summary>For example <c>2 bytes are left</c>.</summary>
    public static string LeftOver(int bytes) => $"{Size(bytes)} {(bytes == 1 ? "is" : "are")} left";

    public static string Size(int bytes) => bytes == 1 ? "1 byte" : $"{Decimal(bytes)} bytes";

    private static string Decimal(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int BigEndian(ReadOnlySpan<byte> bytes)
    {
        var number = 0;
        foreach (var one in bytes)
        {
            number = (number << 8) | one;
        }

        return number;
    }

    private bool Take(string name, int size, out ReadOnlyMemory<byte> taken)
    {
        taken = ReadOnlyMemory<byte>.Empty;
        if (Problem is not null)
        {
            return false;
        }

        // A length of four bytes may be above the largest number.
        if (size < 0 || size > Left)
        {
            Fail($"{Size(size)} of {name}, {LeftOver(Left)}");
            return false;
        }

        taken = _bytes.Slice(_at, size);
        _at += size;
        return true;
    }

    private void Keep(string name, string value, ReadOnlyMemory<byte> bytes) =>
        _findings.Fields.Add(new WireField(name, value, bytes, _depth));

    private void Fail(string expected) => _findings.Problem ??= new WireProblem(_findings.Where, _at, expected);

    // Shared with the readers of what is inside.
    private sealed class Findings(string where)
    {
        public string Where { get; } = where;

        public List<WireField> Fields { get; } = [];

        public WireProblem? Problem { get; set; }
    }
}
