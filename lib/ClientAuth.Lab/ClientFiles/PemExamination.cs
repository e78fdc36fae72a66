using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ClientAuth.Lab.ClientFiles;

/// <summary>Examines PEM: the text as characters first, then what is in it.</summary>
internal static class PemExamination
{
    private const string What = "PEM";

    public static CredentialExamination Examine(IReadOnlyList<string?> texts, DateTimeOffset now)
    {
        var facts = new List<(string, string)>();
        var blocks = new List<PemBlock>();
        foreach (var (text, number) in texts.Select((text, index) => (text, index + 1)))
        {
            var name = texts.Count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"Text {number}: ");
            facts.AddRange(PemText.Facts(text ?? "").Select(fact => ($"{name}{fact.Name}", fact.Value)));
            var found = PemBlock.ReadAll(text ?? "").ToList();
            facts.Add(($"{name}Blocks", found is [] ? "none" : string.Join(", ", found.Select(one => one.Words))));
            if (PemText.Flaw(text) is { } flaw)
            {
                return new(What, facts, flaw);
            }

            blocks.AddRange(found);
        }

        try
        {
            return Examine(blocks, facts, now);
        }
        catch (NotSupportedException)
        {
            return new(What, facts, PublicHalf.OtherKind);
        }
        catch (CryptographicException)
        {
            return new(
                What,
                facts,
                new(
                    "A block is not what its first line says, or is damaged.",
                    "Copy it again. Relabelling a key does not convert it: openssl pkcs8 -topk8 does."
                )
            );
        }
    }

    private static CredentialExamination Examine(
        List<PemBlock> blocks,
        List<(string, string)> facts,
        DateTimeOffset now
    )
    {
        List<PublicHalf> keys = [.. blocks.Select(block => block.PublicHalf()).OfType<PublicHalf>()];
        List<X509Certificate2> certificates =
        [
            .. blocks
                .Where(block => block.Label == PemBlock.Certificate)
                .Select(block => X509CertificateLoader.LoadCertificate(block.Content)),
        ];
        var certificate = certificates.Count > 0 ? new ClientCertificateFacts(certificates, keys) : null;
        facts.AddRange(
            certificate?.Facts()
                ?? keys.Select(key => ("Private key", $"{key.Kind}; its public half: SHA-256 {key.Hash}…"))
        );
        var flaw = certificate?.FlawAt(now) ?? FlawOf(blocks);
        certificates.ForEach(one => one.Dispose());
        return new(What, facts, flaw);
    }

    private static CredentialFlaw? FlawOf(List<PemBlock> blocks) =>
        blocks.Count == 0
            ? new(
                "A line says BEGIN, but no whole block follows.",
                "Compare the last line with the first, and look for lost lines."
            )
        : blocks.Exists(block => block.Label == PemBlock.OpenSshPrivateKey)
            ? new(
                "The private key is in OpenSSH's own format, which libraries for TLS and JWT do not read.",
                "Convert a copy of it: ssh-keygen -p -m PKCS8 -f copy"
            )
        : blocks.Exists(block => block.IsEncrypted)
            ? new(
                "The private key is encrypted.",
                "Read it with its passphrase (ImportFromEncryptedPem), or hand over a PKCS #12 file."
            )
        : blocks.Find(block => block.IsOlderThanPkcs8) is { } older
            ? new(
                $"The key is an {older.Words}. .NET and OpenSSL read it; Java, WebCrypto and many libraries take PKCS #8 only.",
                "Write it again as PKCS #8: ExportPkcs8PrivateKeyPem, or openssl pkcs8 -topk8 -nocrypt"
            )
        : blocks.TrueForAll(block => block.Label == PemBlock.PublicKey)
            ? new(
                "The text holds a public key only.",
                "The public key is for the server. The client signs with the private key: use that file."
            )
        : null;
}
