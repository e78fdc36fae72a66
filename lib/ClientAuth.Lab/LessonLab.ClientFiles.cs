using ClientAuth.Lab.ClientFiles;
using ClientAuth.Visuals;

namespace ClientAuth.Lab;

/// <summary>Looks into a client's files and values, and says the first thing that is wrong. No value, key or passphrase is shown.</summary>
public sealed partial class LessonLab
{
    /// <summary>Examines a PKCS#12 file.</summary>
    /// <param name="file">The bytes of the file.</param>
    /// <param name="passphrase">Null and the empty one are told apart.</param>
    /// <exception cref="ArgumentNullException">There are no bytes: the file was not read.</exception>
    public FactsView ExaminePkcs12(byte[] file, string? passphrase)
    {
        ArgumentNullException.ThrowIfNull(file);
        return CredentialExamination.OfPkcs12(file, passphrase, Clock.GetUtcNow()).View();
    }

    /// <summary>Examines certificates and private keys as text; those of one configuration together.</summary>
    /// <param name="texts">Each as it arrived.</param>
    public FactsView ExaminePem(params IReadOnlyList<string?> texts) =>
        CredentialExamination.OfPem(texts, Clock.GetUtcNow()).View();

    /// <summary>Examines a secret, a passphrase or another value that is a single text.</summary>
    /// <param name="value">As it arrived; null where it did not.</param>
    public FactsView ExamineSecret(string? value) => CredentialExamination.OfSecret(value).View();

    /// <summary>Examines a file of yours: PKCS#12, PEM, or a text file with a secret in it. It is only read.</summary>
    /// <param name="path">Where it lies.</param>
    /// <param name="passphrase">Opens a PKCS#12 file.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It is too large to be a credential.</exception>
    public FactsView ExamineFile(string path, string? passphrase = null) =>
        CredentialFile.Examine(path, passphrase, Clock.GetUtcNow()).View();
}
