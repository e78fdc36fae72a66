using System.Formats.Asn1;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;

namespace ClientAuth.Lab.ClientFiles;

/// <summary>Examines PKCS#12 files: first from outside, then with the passphrase.</summary>
internal static class Pkcs12Examination
{
    private const string What = "PKCS #12 file";

    // A minute or so of one processor. A file that wants more is damaged, or made to keep its reader busy.
    private const long MostIterations = 20_000_000;

    public static CredentialExamination Examine(byte[] file, string? passphrase, DateTimeOffset now)
    {
        List<(string, string)> facts = [("Length", Bytes(file.Length))];
        if (OtherFile.Recognise(file) is { } other)
        {
            return new(What, [.. facts, ("What it is", other.Words)], other.Flaw);
        }

        try
        {
            var layout = Pkcs12Layout.Read(file);
            facts.Add(("MAC", layout.Mac ?? "none, so nothing shows whether the passphrase is right"));
            facts.AddRange(layout.Encryption.Distinct().Select(scheme => ("Encrypted with", $"{scheme}")));
            return FlawFromOutside(layout) is { } flaw
                ? new(What, facts, flaw)
                : Open(file, layout, passphrase, facts, now);
        }
        catch (NotSupportedException)
        {
            return new(What, facts, PublicHalf.OtherKind);
        }
        catch (Exception error) when (error is AsnContentException or CryptographicException)
        {
            return new(
                What,
                facts,
                new(
                    "The file begins like PKCS #12, but cannot be read to its end: it is damaged, cut off, or of an unknown kind.",
                    "Copy the file again as binary, compare its length with the original's, or export it again."
                )
            );
        }
    }

    private static CredentialExamination Open(
        byte[] file,
        Pkcs12Layout layout,
        string? passphrase,
        List<(string, string)> facts,
        DateTimeOffset now
    )
    {
        var info = Pkcs12Info.Decode(file, out _, skipCopy: true);
        if (layout.Mac is not null && PassphraseFlaw.Of(info, passphrase) is { } wrong)
        {
            return new(What, facts, wrong);
        }

        try
        {
            using var contents = Pkcs12Contents.Open(info, passphrase);
            return Examine(contents, layout, facts, now);
        }
        catch (Exception error)
            when (error is AsnContentException or CryptographicException && layout is { Mac: null, Encryption: not [] })
        {
            return new(
                What,
                facts,
                new(
                    "The passphrase does not open the file, or the file is damaged: without a MAC the two look the same.",
                    "Look at the passphrase first. Then copy the file again, or export it with a MAC, which tells the two apart."
                )
            );
        }
    }

    private static CredentialExamination Examine(
        Pkcs12Contents contents,
        Pkcs12Layout layout,
        List<(string, string)> facts,
        DateTimeOffset now
    )
    {
        if (contents.Certificates.Count == 0)
        {
            return new(
                What,
                [.. facts, ("Private keys", contents.PublicKeys.Count.ToString(CultureInfo.InvariantCulture))],
                new("The file holds no certificate.", "Export certificate and private key together.")
            );
        }

        var certificate = new ClientCertificateFacts(contents.Certificates, contents.PublicKeys);
        var flaw =
            contents.PublicKeys.Count == 0
                ? new(
                    "The file holds no private key.",
                    "Export it again with the private key. A trust store holds certificates only."
                )
                : certificate.FlawAt(now) ?? FlawOfAge(layout);
        return new(What, [.. facts, .. certificate.Facts()], flaw);
    }

    private static CredentialFlaw? FlawFromOutside(Pkcs12Layout layout) =>
        layout.Encryption.FirstOrDefault(scheme => scheme.Age == PbeAge.Withdrawn) is { } scheme
            ? new(
                $"The file is encrypted with {scheme.Words}, which OpenSSL 3 and programs built on it refuse ('unsupported').",
                "Read the file once where it still opens (openssl: -legacy) and write it again with AES-256 and SHA-256."
            )
        : layout.Iterations > MostIterations
            ? new(
                $"Opening the file takes {layout.Iterations.ToString(CultureInfo.InvariantCulture)} iterations, so it was not opened.",
                "Do not use a file that you did not make; export it again with fewer iterations."
            )
        : null;

    private static CredentialFlaw? FlawOfAge(Pkcs12Layout layout) =>
        layout.Encryption.FirstOrDefault(scheme => scheme.Age == PbeAge.Old) is { } scheme
            ? new(
                $"The file is encrypted with {scheme.Words}. Most tools still read that; FIPS modes and strict policies do not.",
                "Write it again with AES-256 and SHA-256, unless the reader is an old one."
            )
            : null;

    private static string Bytes(int count) => string.Create(CultureInfo.InvariantCulture, $"{count} bytes");
}
