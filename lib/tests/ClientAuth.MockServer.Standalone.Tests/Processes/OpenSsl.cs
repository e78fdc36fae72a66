using System.Formats.Asn1;
using System.Text;

namespace ClientAuth.MockServer.Standalone.Tests.Processes;

/// <summary>The machine's openssl, for all cryptography that a client does.</summary>
internal static class OpenSsl
{
    private const int CoordinateSize = 32;

    public static async Task<byte[]> HmacSha256Async(string secret, string input) =>
        (
            await ExternalTool.RunAsync(
                "openssl",
                ["dgst", "-sha256", "-mac", "HMAC", "-macopt", $"hexkey:{Hex(secret)}", "-binary"],
                input
            )
        ).Succeeded();

    public static async Task<byte[]> SignSha256Async(string keyFile, string input) =>
        (await ExternalTool.RunAsync("openssl", ["dgst", "-sha256", "-sign", keyFile, "-binary"], input)).Succeeded();

    /// <summary>An ECDSA signature on P-256 as JOSE wants it: r and s, 32 bytes each (RFC 7518 §3.4); openssl writes DER.</summary>
    public static async Task<byte[]> SignEs256Async(string keyFile, string input)
    {
        var sequence = new AsnReader(await SignSha256Async(keyFile, input), AsnEncodingRules.DER).ReadSequence();
        var signature = new byte[2 * CoordinateSize];
        Place(sequence.ReadIntegerBytes().Span, signature.AsSpan(0, CoordinateSize));
        Place(sequence.ReadIntegerBytes().Span, signature.AsSpan(CoordinateSize));
        return signature;
    }

    /// <summary>A new private key in a file; the options are those of genpkey.</summary>
    public static async Task MakeKeyAsync(string file, params IEnumerable<string> options) =>
        (await ExternalTool.RunAsync("openssl", ["genpkey", .. options, "-out", file])).Succeeded();

    /// <summary>The public half as DER SubjectPublicKeyInfo.</summary>
    public static async Task<byte[]> PublicKeyAsync(string keyFile) =>
        (await ExternalTool.RunAsync("openssl", ["pkey", "-in", keyFile, "-pubout", "-outform", "DER"])).Succeeded();

    /// <summary>A certificate that the key signs itself.</summary>
    public static async Task MakeCertificateAsync(string file, string keyFile, string subject) =>
        (
            await ExternalTool.RunAsync(
                "openssl",
                ["req", "-x509", "-new", "-key", keyFile, "-subj", subject, "-days", "1", "-out", file]
            )
        ).Succeeded();

    // DER drops leading zeros and adds one before a high bit.
    private static void Place(ReadOnlySpan<byte> integer, Span<byte> field)
    {
        var digits = integer.TrimStart((byte)0);
        digits.CopyTo(field[(field.Length - digits.Length)..]);
    }

    private static string Hex(string secret) => Convert.ToHexString(Encoding.UTF8.GetBytes(secret));

    /// <summary>Ends the test where <c>openssl</c> is LibreSSL, as on macOS: it refuses a cipher list with <c>@SECLEVEL</c>.</summary>
    public static async Task RequireSecurityLevelsAsync()
    {
        var version = (await ExternalTool.RunAsync("openssl", ["version"])).Text;
        if (version.StartsWith("LibreSSL", StringComparison.Ordinal))
        {
            RequiredTools.Missing("This openssl is LibreSSL, which knows no security levels and cannot offer TLS 1.1.");
        }
    }
}
