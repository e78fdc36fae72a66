using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace ClientAuth.Lab.ClientFiles;

/// <summary>A text that should be PEM, seen as characters: what became of it on its way through a variable or a file.</summary>
internal static class PemText
{
    private const string Begin = "-----BEGIN ";
    private const string EscapedBreak = "\\n";

    // Twelve characters stand for nine octets, whatever follows.
    private static readonly string BeginInBase64 = Convert.ToBase64String(Encoding.ASCII.GetBytes(Begin))[..12];

    public static IEnumerable<(string Name, string Value)> Facts(string text)
    {
        yield return ("Length", $"{Show(Encoding.UTF8.GetByteCount(text))} bytes");
        yield return ("Line breaks", Show(text.Count(one => one == '\n')));
        if (Count(text, EscapedBreak) is > 0 and var escaped)
        {
            yield return ("Backslash and n, as two characters", Show(escaped));
        }
    }

    /// <summary>Why no block is found in the text; null where it begins as PEM does.</summary>
    public static CredentialFlaw? Flaw(string? text)
    {
        if (MissingValue.Explain(text) is { } missing)
        {
            return missing;
        }

        var trimmed = text!.Trim();
        // Without it, a backslash and an n may as well be part of a path: C:\new.pem
        if (HasBegin(text) && text.Contains(EscapedBreak, StringComparison.Ordinal))
        {
            return new(
                "The line breaks arrived as two characters, a backslash and an n. Base64 has no backslash.",
                "Replace both characters by a line break after reading. Or hand over a file, or Base64 of the whole text."
            );
        }

        if (trimmed is ['"' or '\'', ..])
        {
            return new(
                "Quotes surround the text.",
                "Take the quotes off. A shell and most readers of .env files remove them; Docker's --env-file keeps them."
            );
        }

        if (text is ['\uFEFF', ..])
        {
            return new(
                "The text begins with a byte order mark.",
                "Save the text as UTF-8 without the mark: .NET finds no key after it."
            );
        }

        if (text.Contains("Proc-Type: 4,ENCRYPTED", StringComparison.Ordinal))
        {
            return new(
                "The key is encrypted in OpenSSL's old way, which .NET does not read.",
                "Write it again as PKCS #8: openssl pkcs8 -topk8"
            );
        }

        return text.Contains(Begin, StringComparison.Ordinal) ? null : FlawWithoutBegin(trimmed);
    }

    /// <summary>Whether the text is Base64 of a PEM text.</summary>
    public static bool IsBase64(string text) => text.TrimStart().StartsWith(BeginInBase64, StringComparison.Ordinal);

    /// <summary>Whether the word stands in the text, with five hyphens or with what became of them.</summary>
    public static bool HasBegin(string text) => text.Contains("BEGIN", StringComparison.Ordinal);

    private static CredentialFlaw FlawWithoutBegin(string text) =>
        IsBase64(text) ? new("This is Base64 of a PEM text.", "Decode it once, then read the PEM.")
        : Base64.IsValid(text)
            ? new(
                "This is Base64 without the lines BEGIN and END.",
                "Put the two lines around the text, or decode it and import the bytes."
            )
        : HasBegin(text)
            ? new(
                "The line BEGIN has other dashes in place of five hyphens.",
                "Copy the text from the file itself; editors and chats turn hyphens into dashes."
            )
        : text.Length < 300 && text.AsSpan().IndexOfAny("/\\.") >= 0
            ? new("This looks like the path of a file, not like its contents.", "Read the file first.")
        : new("No line of the text says BEGIN.", "The text is not PEM: look at what was copied.");

    private static int Count(string text, string part) => (text.Length - text.Replace(part, "").Length) / part.Length;

    private static string Show(int number) => number.ToString(CultureInfo.InvariantCulture);
}
