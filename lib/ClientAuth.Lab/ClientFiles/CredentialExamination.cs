using ClientAuth.Visuals;

namespace ClientAuth.Lab.ClientFiles;

/// <summary>
/// What a client's file or value is, and the first thing that is wrong with it. It says lengths, kinds and algorithms; never the value,
/// a key or a passphrase, so that it may be shown and saved.
/// </summary>
/// <param name="What">What was examined, for example <c>PKCS #12 file</c>.</param>
/// <param name="Facts">What was found out, in the order in which a reader would look.</param>
/// <param name="FirstFlaw">Null where nothing wrong was found.</param>
public sealed record CredentialExamination(
    string What,
    IReadOnlyList<(string Name, string Value)> Facts,
    CredentialFlaw? FirstFlaw
)
{
    /// <summary>Examines a PKCS#12 file (RFC 7292).</summary>
    /// <param name="file">The bytes of the file.</param>
    /// <param name="passphrase">Null and the empty one are told apart.</param>
    /// <param name="now">Judges the dates of the certificate.</param>
    public static CredentialExamination OfPkcs12(byte[] file, string? passphrase, DateTimeOffset now) =>
        Pkcs12Examination.Examine(file, passphrase, now);

    /// <summary>Examines certificates and private keys as text (RFC 7468), for example those of one configuration together.</summary>
    /// <param name="texts">Each as it arrived; null stands for a value that did not.</param>
    /// <param name="now">Judges the dates of the certificate.</param>
    public static CredentialExamination OfPem(IReadOnlyList<string?> texts, DateTimeOffset now) =>
        PemExamination.Examine(texts, now);

    /// <summary>Examines a secret, a passphrase or another value that is a single text.</summary>
    /// <param name="value">As it arrived; null stands for a value that did not.</param>
    public static CredentialExamination OfSecret(string? value) => SecretExamination.Examine(value);

    /// <summary>The examination as a lesson shows it.</summary>
    public FactsView View() =>
        FirstFlaw is { } flaw
            ? new FactsView($"✗ {What}", [("First flaw", flaw.Wrong), ("What to do", flaw.WhatToDo), .. Facts])
            : new FactsView($"✓ {What}", [("First flaw", "none found"), .. Facts]);
}
