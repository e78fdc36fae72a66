using System.Text.RegularExpressions;

namespace NotebookEngine.Comparison;

/// <summary>What differs from run to run by its nature, and nothing else: keys, random values, ports, times, measured figures.</summary>
public static partial class VolatileText
{
    /// <summary>In the order in which they are applied: a token before the Base64 that it is made of, and what is shortened before rules that look at its letters.</summary>
    public static IReadOnlyList<MaskRule> Rules { get; } =
    [
        new("JWT", "signed with a key of this run, and dated", Jwt, "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJhIn0.J1HiXq"),
        new("start", "the shortened form of a random value", Start, "MIIDPTCCAsKg… (1112 characters)"),
        new("UUID", "a random identifier", Uuid, "06434a85-9132-4d15-8087-e304f35867ce"),
        new("octets", "random bytes, or a thumbprint", Octets, "7C:67:EC:76:2D:4E:C1:CE"),
        new("hex", "a random identifier or hash of 8 bytes or more", Hex, "199e13bc3b2d49c39723f8dec40e1139"),
        new("HEX", "a serial number or thumbprint of 6 bytes or more", UpperHex, "7C67EC762D4EC1CE"),
        new("Base64", "a key, hash, nonce or signature of this run", Base64, new string('k', 43) + "="),
        new("short Base64", "the same of 16 to 24 bytes", ShortBase64, "J1HiXqN0tVr3bLq9-ab_Zw"),
        new("port", "chosen by the system", Port, "localhost:39215"),
        new("time", "when it ran, or what follows from that", Time, "2026-11-23T10:55:11.250+01:00"),
        new("HTTP date", "the same in a header (RFC 9110 §5.6.7)", HttpDate, "Mon, 23 Nov 2026 10:55:11 GMT"),
        new("date", "the day of that", Date, "2026-11-23"),
        new("day", "the same in words", Day, "23 November 2026"),
        new("seconds", "the same as a number (NumericDate, RFC 7519 §2)", NumericDate, "1795431317"),
        new("left", "until something expires, less what has passed", Left, "in 364.23:59:58"),
        new("duration", "measured", Duration, "0.40 ms"),
        new("longest", "which part took longest is measured", Longest, "longest server checks with"),
        new("ratio", "of two measured figures", Ratio, "3.4 times"),
        new("memory", "measured", Memory, "12.5 KB"),
        new("length", "a body's, whose signature has no fixed length", ContentLength, "Content-Length: 1092"),
        new("size", "the same: a signature as ASN.1, a certificate", Size, "71 bytes"),
    ];

    public static string Mask(string text) => Rules.Aggregate(text, (masked, rule) => rule.Mask(masked));

    // Not within a random value that happens to hold these letters after a hyphen.
    [GeneratedRegex(@"(?<![\w-])eyJ[\w-]+(\.[\w-]+)*")]
    private static partial Regex Jwt { get; }

    [GeneratedRegex(@"[\w+/-]{6,}…( \(\d+ characters\))?")]
    private static partial Regex Start { get; }

    [GeneratedRegex(@"\b[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\b")]
    private static partial Regex Uuid { get; }

    // Of a dump all lines together: the last may be shorter, and how many there are depends on a signature.
    [GeneratedRegex(@"\b[0-9a-fA-F]{2}(?<gap>[: ])([0-9a-fA-F]{2}\k<gap>){6,}[0-9a-fA-F]{2}\b(\s+[0-9a-fA-F]{2}\b)*")]
    private static partial Regex Octets { get; }

    [GeneratedRegex(@"\b[0-9a-f]{16,}\b")]
    private static partial Regex Hex { get; }

    // Digits alone may be a time in milliseconds.
    [GeneratedRegex(@"\b(?=\d*[A-F])[0-9A-F]{12,}\b|\b[0-9A-F]{16,}\b")]
    private static partial Regex UpperHex { get; }

    // 32, 48, 64, 96, 128, 256 and 512 bytes. Of a given length, so that no path and no name in an output is taken for one.
    [GeneratedRegex(
        @"(?<![\w+/-])([\w+/-]{43}=?|[\w+/-]{64}|[\w+/-]{86}(==)?|[\w+/-]{128}|[\w+/-]{171}=?|[\w+/-]{342}(==)?|[\w+/-]{683}=?)(?![\w+/=-])"
    )]
    private static partial Regex Base64 { get; }

    // Words joined by hyphens may be as long, but are in small letters.
    [GeneratedRegex(
        @"(?<![\w+/-])(?=[\w+/-]*[a-z])(?=[\w+/-]*[A-Z])([\w-]{22}|[\w+/]{22}==|[\w-]{27}|[\w+/]{27}=|[\w+/-]{32})(?![\w+/=-])"
    )]
    private static partial Regex ShortBase64 { get; }

    [GeneratedRegex(@"\b(localhost|127\.0\.0\.1):\d{4,5}\b|\[::1\]:\d{4,5}\b|\bport \d{4,5}\b")]
    private static partial Regex Port { get; }

    [GeneratedRegex(@"\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?( ?Z\b| ?UTC\b|[+-]\d\d:\d\d\b)?")]
    private static partial Regex Time { get; }

    [GeneratedRegex(@"\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT\b")]
    private static partial Regex HttpDate { get; }

    [GeneratedRegex(@"\b20\d\d-[01]\d-[0-3]\d\b")]
    private static partial Regex Date { get; }

    [GeneratedRegex(
        @"\b\d{1,2} (January|February|March|April|May|June|July|August|September|October|November|December) 20\d\d\b"
    )]
    private static partial Regex Day { get; }

    // From 2020 to 2065, in seconds or in milliseconds.
    [GeneratedRegex(@"\b(1[6-9]|2\d)\d{8}(\d{3})?\b")]
    private static partial Regex NumericDate { get; }

    [GeneratedRegex(@"\bin (\d+\.)?\d\d:\d\d:\d\d\b")]
    private static partial Regex Left { get; }

    // Whole seconds were chosen by an author, not measured.
    [GeneratedRegex(@"\b(\d[\d,]*(\.\d+)?[ \u00A0\u202F]?(ns|µs|μs|ms)|\d+\.\d+[ \u00A0\u202F]?s)\b")]
    private static partial Regex Duration { get; }

    [GeneratedRegex(@"\blongest [a-z ]+ with\b")]
    private static partial Regex Longest { get; }

    [GeneratedRegex(@"\b\d+\.\d+[ \u00A0\u202F]?(times\b|×|%)")]
    private static partial Regex Ratio { get; }

    [GeneratedRegex(@"\b\d[\d,]*(\.\d+)?[ \u00A0\u202F]?(kB|KB|KiB|MB|MiB)\b")]
    private static partial Regex Memory { get; }

    // In a table the value stands in the next cell.
    [GeneratedRegex(@"\bContent-Length(: | +|(<[^<>]+>)+)\d+\b")]
    private static partial Regex ContentLength { get; }

    [GeneratedRegex(@"\b(6[6-9]|7\d|8[0-4]|\d{3,}|\d{1,3},\d{3})[ \u00A0\u202F](bytes|B)\b")]
    private static partial Regex Size { get; }
}

/// <summary>A pattern of text that differs from run to run.</summary>
/// <param name="Name">Stands in the text instead.</param>
/// <param name="Reason">Why it differs from run to run.</param>
/// <param name="Pattern">What it looks like.</param>
/// <param name="Example">A text that it masks whole.</param>
public sealed record MaskRule(string Name, string Reason, Regex Pattern, string Example)
{
    public string Mask(string text) => Pattern.Replace(text, $"«{Name}»");

    // xunit names the test after it.
    public override string ToString() => Name;
}
