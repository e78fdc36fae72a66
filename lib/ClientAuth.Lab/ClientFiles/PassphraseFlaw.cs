using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;

namespace ClientAuth.Lab.ClientFiles;

/// <summary>Why a passphrase does not open a PKCS#12 file, as far as its MAC tells (RFC 7292 §4 and Appendix B).</summary>
internal static class PassphraseFlaw
{
    private const string SeeTheVariable =
        "Look at the variable or the file that the passphrase comes from, and at its length.";

    /// <summary>Null where the passphrase is right.</summary>
    public static CredentialFlaw? Of(Pkcs12Info file, string? passphrase)
    {
        try
        {
            return file.VerifyMac(passphrase) ? null
                : string.IsNullOrEmpty(passphrase) ? OfNone(file, passphrase)
                : OfGiven(file, passphrase);
        }
        catch (Exception error) when (error is CryptographicException or InvalidOperationException)
        {
            return new(
                "The file's MAC is of a kind that .NET cannot verify (PBMAC1, or a signature).",
                "Write the file again with an HMAC of SHA-256."
            );
        }
    }

    private static CredentialFlaw OfNone(Pkcs12Info file, string? passphrase) =>
        file.VerifyMac(passphrase is null ? "" : null)
            ? new(
                passphrase is null
                    ? "No passphrase was given (null); the file was made with the empty one."
                    : "The empty passphrase was given; the file was made with none (null).",
                "The two give different keys. .NET's loader tries both, and so do some other readers, but not all. Give the file a real passphrase."
            )
            : new("No passphrase was given, and the file has one.", SeeTheVariable);

    private static CredentialFlaw OfGiven(Pkcs12Info file, string passphrase)
    {
        var (line, trimmed) = (passphrase.TrimEnd('\r', '\n'), passphrase.Trim());
        return line != passphrase && file.VerifyMac(line)
                ? new(
                    "The passphrase ends in a line break. Without the line break it is right.",
                    "Cut the line break off where the passphrase is read."
                )
            : trimmed != passphrase && file.VerifyMac(trimmed)
                ? new(
                    "White space surrounds the passphrase. Without the white space it is right.",
                    "Trim the passphrase where it is read."
                )
            : file.VerifyMac(passphrase.Trim('"', '\''))
                ? new(
                    "Quotes surround the passphrase. Without the quotes it is right.",
                    "Take the quotes off where the passphrase is written."
                )
            : new("The passphrase does not match the file's MAC.", SeeTheVariable);
    }
}
