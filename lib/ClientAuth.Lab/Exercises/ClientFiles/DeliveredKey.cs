using System.Security.Cryptography;
using System.Text;

namespace ClientAuth.Lab.Exercises.ClientFiles;

/// <summary>The PEM of a private key in the forms in which variables deliver it, and whether a learner's code restores it.</summary>
internal static class DeliveredKey
{
    private const int ShownOfEachEnd = 32;

    /// <summary>What may become of the line breaks.</summary>
    public static IReadOnlyList<Func<string, string>> LineBreaks { get; } =
    [AsItIs, pem => pem.Replace("\n", "\r\n"), Escaped, EscapedByWindows, EscapedTwice];

    /// <summary>What may be put around the text.</summary>
    public static IReadOnlyList<Func<string, string>> Wrappings { get; } =
    [AsItIs, InDoubleQuotes, InSingleQuotes, text => $" {text}\n", InBase64];

    /// <summary>Each of the one in each of the other.</summary>
    public static IEnumerable<Func<string, string>> Mixtures =>
        from wrap in Wrappings
        from change in LineBreaks
        select (Func<string, string>)(pem => wrap(change(pem)));

    /// <summary>One mixture at random.</summary>
    public static Func<string, string> AnyMixture() =>
        RandomNumberGenerator.GetItems<Func<string, string>>([.. Mixtures], 1)[0];

    public static string AsItIs(string pem) => pem;

    public static string Escaped(string pem) => pem.Replace("\n", "\\n");

    public static string EscapedByWindows(string pem) => pem.Replace("\n", "\\r\\n");

    public static string EscapedTwice(string pem) => pem.Replace("\n", "\\\\n");

    public static string InDoubleQuotes(string text) => $"\"{text}\"";

    public static string InSingleQuotes(string text) => $"'{text}'";

    public static string InBase64(string text) => Convert.ToBase64String(Encoding.ASCII.GetBytes(text));

    /// <summary>Whether the code gives back nothing, as the stub. An exception is more than that.</summary>
    public static bool GetsNothing(Func<string, string> mend)
    {
        try
        {
            return string.IsNullOrEmpty(mend(NewPem()));
        }
        catch (Exception thrown) when (ThrownCode.IsMistake(thrown))
        {
            return false;
        }
    }

    /// <summary>Whether a new key loads after each of these ways, and is the same key.</summary>
    public static RuleFinding Loads(Func<string, string> mend, params IEnumerable<Func<string, string>> ways) =>
        ways.Select(way => Loads(mend, NewPem(), way)).FirstOrDefault(found => !found.Holds) ?? RuleFinding.Kept;

    /// <summary>Whether this key loads after that way, and is the same key.</summary>
    public static RuleFinding Loads(Func<string, string> mend, string pem, Func<string, string> way)
    {
        var arrived = way(pem);
        string? mended;
        try
        {
            mended = mend(arrived);
        }
        catch (Exception thrown) when (ThrownCode.IsMistake(thrown))
        {
            return Broken(
                arrived,
                thrown.GetType().Name,
                thrown is FormatException
                    ? "FromBase64String was given a text that is no Base64. Look first which of the two arrived."
                    : ThrownCode.Hint(thrown)
            );
        }

        using var key = LoadedFrom(mended ?? "");
        using var expected = LoadedFrom(pem);
        return key is null ? Broken(arrived, mended is null ? "null" : Ends(mended), hint: null)
            : key.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(expected!.ExportSubjectPublicKeyInfo())
                ? RuleFinding.Kept
            : Broken(arrived, "another key", "It loads, and is another key. Does the code use its parameter?");
    }

    /// <summary>The key, or null where this is no PEM of one.</summary>
    public static ECDsa? LoadedFrom(string pem)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            return key;
        }
        catch (Exception error) when (error is ArgumentException or CryptographicException)
        {
            key.Dispose();
            return null;
        }
    }

    /// <summary>A key that nobody has seen.</summary>
    public static string NewPem()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKeyPem();
    }

    private static RuleFinding Broken(string arrived, string seen, string? hint) =>
        RuleFinding.Broken($"the key in {Ends(arrived)}", seen, hint);

    // Both ends, where the damage is, and not the key. A real line break is no backslash and n.
    private static string Ends(string text)
    {
        var shown = text.Replace("\r", "␍").Replace("\n", "↵");
        return shown.Length <= 2 * ShownOfEachEnd ? shown : $"{shown[..ShownOfEachEnd]}…{shown[^ShownOfEachEnd..]}";
    }
}
