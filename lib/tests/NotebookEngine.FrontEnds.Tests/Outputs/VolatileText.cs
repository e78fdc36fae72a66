using System.Text.RegularExpressions;

namespace NotebookEngine.FrontEnds.Tests.Outputs;

/// <summary>What a lesson's outputs hold that differs from run to run, and nothing else: keys, random values, ports, times.</summary>
public static partial class VolatileText
{
    /// <summary>In the order in which they are applied: a token before the Base64 that it is made of.</summary>
    public static IReadOnlyList<MaskRule> Rules { get; } =
    [
        new("JWT", "signed with a key of this run, and dated", Jwt, "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJhIn0.J1HiXq"),
        new("UUID", "a random identifier", Uuid, "06434a85-9132-4d15-8087-e304f35867ce"),
        new("hex", "a random identifier of 16 bytes", Identifier, "199e13bc3b2d49c39723f8dec40e1139"),
        new("HEX", "a certificate's serial number or SHA-1 thumbprint", Thumbprint, "7C67EC762D4EC1CE"),
        new("Base64", "a key, hash, nonce or signature of this run", Base64, new string('k', 43) + "="),
        new(
            "certificate",
            "DER of a certificate: its length depends on its signature",
            Certificate,
            "MIIDPTCCAsKg… (1112 characters)"
        ),
        new("start", "a shortened secret, key or signature of this run", Start, "KlU7WCKX…"),
        new("port", "chosen by the system", Port, "localhost:39215"),
        new("time", "when it ran, or what follows from that", Time, "2026-11-23 10:55:11Z"),
        new("seconds", "the same as a number", UnixTime, "1795431317"),
        new("left", "seconds until something expires, less those that have passed", Left, "in 00:04:58"),
        new("year", "the same of something that expires in a year", Year, "in 364.23:59:58"),
        new("duration", "measured", Duration, "0.40 ms"),
        new("longest", "which phase of a request took longest is measured", Longest, "longest server checks with"),
        new("DER", "the length of a signature as ASN.1 depends on its value", DerSignature, "71 bytes"),
        new("size", "the same of a whole certificate", CertificateSize, "certificate 519 bytes"),
        new("folder", "a lab's own folder for its keys", KeyFolder, "lab-664dd366c8cc3cf0"),
    ];

    public static string Mask(string text) =>
        // Where a long value may be broken depends on its characters.
        Rules.Aggregate(text.Replace("<wbr />", "", StringComparison.Ordinal), (masked, rule) => rule.Mask(masked));

    [GeneratedRegex(@"\beyJ[\w-]+(\.[\w-]+)*")]
    private static partial Regex Jwt { get; }

    [GeneratedRegex(@"\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b")]
    private static partial Regex Uuid { get; }

    [GeneratedRegex(@"\b[0-9a-f]{32}\b")]
    private static partial Regex Identifier { get; }

    [GeneratedRegex(@"\b([0-9A-F]{40}|(00)?[0-9A-F]{32}|(00)?[0-9A-F]{16})\b")]
    private static partial Regex Thumbprint { get; }

    // 32, 48 and 64 bytes, and the modulus of an RSA key.
    [GeneratedRegex(@"(?<![\w+/-])([\w+/-]{43}=?|[\w+/-]{64}|[\w+/-]{86}|[\w+/-]{342})(?![\w+/=-])")]
    private static partial Regex Base64 { get; }

    [GeneratedRegex(@"\bMII[\w+/]+… \(\d+ characters\)")]
    private static partial Regex Certificate { get; }

    [GeneratedRegex(@"[\w+/-]{6,}…")]
    private static partial Regex Start { get; }

    [GeneratedRegex(@"\blocalhost:\d{4,5}\b")]
    private static partial Regex Port { get; }

    [GeneratedRegex(@"\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\dZ")]
    private static partial Regex Time { get; }

    [GeneratedRegex(@"\b1[789]\d{8}\b")]
    private static partial Regex UnixTime { get; }

    [GeneratedRegex(@"\bin 00:0\d:\d\d\b")]
    private static partial Regex Left { get; }

    [GeneratedRegex(@"\bin 36[4-6]\.(00:00|23:59):\d\d\b")]
    private static partial Regex Year { get; }

    [GeneratedRegex(@"\b\d+(\.\d+)? (ms|µs)\b")]
    private static partial Regex Duration { get; }

    [GeneratedRegex(@"\blongest [a-z ]+ with\b")]
    private static partial Regex Longest { get; }

    [GeneratedRegex(@"\b(6[89]|7[0-2]) bytes\b")]
    private static partial Regex DerSignature { get; }

    [GeneratedRegex(@"\bcertificate \d+ bytes\b")]
    private static partial Regex CertificateSize { get; }

    [GeneratedRegex(@"\blab-[0-9a-f]{16}\b")]
    private static partial Regex KeyFolder { get; }
}
