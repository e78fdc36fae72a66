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
                "Its MAC is of a kind that .NET cannot verify (PBMAC1, or a signature).",
                "Write it again with an HMAC of SHA-256."
            );
        }
    }

    private static CredentialFlaw OfNone(Pkcs12Info file, string? passphrase) =>
        file.VerifyMac(passphrase is null ? "" : null)
            ? new(
                passphrase is null
                    ? "No passphrase was given (null); the file was made with the empty one."
                    : "The empty passphrase was given; the file was made with none (null).",
                "Their keys differ by two bytes. .NET's loader tries both, as some other readers do; others do not: give the file a real passphrase."
            )
            : new("No passphrase was given, and the file has one.", SeeTheVariable);

    private static CredentialFlaw OfGiven(Pkcs12Info file, string passphrase)
    {
        var (line, trimmed) = (passphrase.TrimEnd('\r', '\n'), passphrase.Trim());
        return line != passphrase && file.VerifyMac(line)
                ? new(
                    "The passphrase ends in a line break; without it, it is right.",
                    "Cut the line break off where it is read."
                )
            : trimmed != passphrase && file.VerifyMac(trimmed)
                ? new("White space surrounds the passphrase; without it, it is right.", "Trim it where it is read.")
            : file.VerifyMac(passphrase.Trim('"', '\''))
                ? new(
                    "Quotes surround the passphrase; without them, it is right.",
                    "Take them off where it is written."
                )
            : new("The passphrase does not match the file's MAC.", SeeTheVariable);
    }
}
