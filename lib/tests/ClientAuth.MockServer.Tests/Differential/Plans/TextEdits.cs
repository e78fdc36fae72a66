using System.Text;
using ClientAuth.MockServer.Tests.Differential.Chains;

namespace ClientAuth.MockServer.Tests.Differential.Plans;

/// <summary>Names and times spelled in another way (RFC 5280 §4.1.2.5, §7; RFC 4518).</summary>
internal static class TextEdits
{
    private const byte Utf8 = 0x0C;
    private const byte Printable = 0x13;
    private const byte T61 = 0x14;
    private const byte Ia5 = 0x16;
    private const byte UtcTime = 0x17;
    private const byte GeneralizedTime = 0x18;
    private const byte Bmp = 0x1E;

    // Written in Latin: the letters stand for themselves, and each way of spelling is one that a reader does not see or skips.
    private static readonly Func<string, string>[] Spellings =
    [
        text => text.ToUpperInvariant(),
        text => text.ToLowerInvariant(),
        text => $" {text}",
        text => $"{text} ",
        text => text.Replace(" ", "  ", StringComparison.Ordinal),
        text => $"{text}.",
        text => $".{text}",
        text => $"{text}\0",
        text => $"{text}@ok.example",
        text => text.Insert(text.Length / 2, "\u00AD"),
        text => string.Concat(text.Select(letter => letter is > ' ' and < '\u007F' ? (char)(letter + 0xFEE0) : letter)),
        text => text.Replace("s", "ß", StringComparison.Ordinal),
        text => text.Length > 0 ? text[1..] : text,
    ];

    private static readonly Func<string, string>[] Times =
    [
        time => time[..^3] + "Z",
        time => time[..^1] + "+0000",
        time => time[..^1] + "+0100",
        time => time[..^1] + ".5Z",
        time => time[..^1],
        time => time[..^2] + "60Z",
        time => time[..^9] + "31000000Z",
    ];

    public static IReadOnlyList<DerEditKind> All { get; } =
    [
        new("spelled otherwise", IsText, (node, _, choice) => Respell(node, choice)),
        new("another type of string", IsDirectoryText, (node, _, choice) => Retype(node, choice)),
        new("time written otherwise", IsTime, (node, _, choice) => RewriteTime(node, choice)),
        new("another type of time", IsTime, (node, _, choice) => RetypeTime(node, choice)),
    ];

    private static bool IsText(DerNode node) =>
        node.IsPrimitive && node.Identifier is Utf8 or Printable or Ia5 or 0x81 or 0x82 or 0x86;

    private static bool IsDirectoryText(DerNode node) =>
        node.IsPrimitive && node.Identifier is Utf8 or Printable or Ia5;

    private static bool IsTime(DerNode node) => node.IsPrimitive && node.Identifier is UtcTime or GeneralizedTime;

    private static void Respell(DerNode node, int choice)
    {
        var spelled = Spellings[choice % Spellings.Length](Encoding.UTF8.GetString(node.Content));
        node.Content = Encoding.UTF8.GetBytes(spelled);
        if (node.Identifier == Printable && spelled.Any(letter => letter > '\u007E'))
        {
            node.Identifier = Utf8;
        }
    }

    private static void Retype(DerNode node, int choice)
    {
        var text = Encoding.UTF8.GetString(node.Content);
        byte[] types = [Utf8, Printable, T61, Ia5, Bmp];
        node.Identifier = types[choice % types.Length];
        node.Content = node.Identifier == Bmp ? Encoding.BigEndianUnicode.GetBytes(text) : Encoding.UTF8.GetBytes(text);
    }

    private static void RewriteTime(DerNode node, int choice)
    {
        var time = Encoding.ASCII.GetString(node.Content);
        node.Content = Encoding.ASCII.GetBytes(Times[choice % Times.Length](time));
    }

    // With the century that belongs to it, or without.
    private static void RetypeTime(DerNode node, int choice)
    {
        var isUtc = node.Identifier == UtcTime;
        node.Identifier = isUtc ? GeneralizedTime : UtcTime;
        node.Content = (isUtc, choice % 2) switch
        {
            (true, 0) => [.. "20"u8, .. node.Content],
            (false, 0) => node.Content[2..],
            _ => node.Content,
        };
    }
}
