using System.Formats.Asn1;
using System.Globalization;

namespace ClientAuth.Lab.ClientFiles;

/// <summary>How a part of a PKCS#12 file is encrypted, read from its AlgorithmIdentifier (RFC 7292 Appendix C, RFC 8018 §6.2).</summary>
/// <param name="Words">The algorithms by their usual names.</param>
/// <param name="Oid">The identifier that the part begins with.</param>
/// <param name="Iterations">How often the passphrase is hashed; 0 where that is not known.</param>
/// <param name="Age">Who still reads it.</param>
internal sealed record PbeScheme(string Words, string Oid, long Iterations, PbeAge Age)
{
    private const string Pbes2 = "1.2.840.113549.1.5.13";
    private const string Pbkdf2 = "1.2.840.113549.1.5.12";

    /// <summary>For example <c>3DES with SHA-1, 2000 iterations (1.2.840.113549.1.12.1.3)</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Words}, {Iterations} iterations ({Oid})");

    /// <exception cref="AsnContentException">It is malformed.</exception>
    public static PbeScheme Read(AsnReader algorithm)
    {
        var oid = algorithm.ReadObjectIdentifier();
        if (oid == Pbes2)
        {
            return ReadPbes2(algorithm.ReadSequence());
        }

        var (words, age) = oid switch
        {
            "1.2.840.113549.1.12.1.1" => ("RC4, 128 bits, with SHA-1", PbeAge.Withdrawn),
            "1.2.840.113549.1.12.1.2" => ("RC4, 40 bits, with SHA-1", PbeAge.Withdrawn),
            "1.2.840.113549.1.12.1.3" => ("3DES with SHA-1", PbeAge.Old),
            "1.2.840.113549.1.12.1.4" => ("3DES of two keys with SHA-1", PbeAge.Old),
            "1.2.840.113549.1.12.1.5" => ("RC2, 128 bits, with SHA-1", PbeAge.Withdrawn),
            "1.2.840.113549.1.12.1.6" => ("RC2, 40 bits, with SHA-1", PbeAge.Withdrawn),
            _ => ("an unknown algorithm", PbeAge.Old),
        };
        return new PbeScheme(words, oid, IterationsAfterSalt(algorithm), age);
    }

    private static PbeScheme ReadPbes2(AsnReader parameters)
    {
        var (derivation, encryption) = (parameters.ReadSequence(), parameters.ReadSequence());
        var (cipher, age) = encryption.ReadObjectIdentifier() switch
        {
            "2.16.840.1.101.3.4.1.2" => ("AES-128", PbeAge.Current),
            "2.16.840.1.101.3.4.1.22" => ("AES-192", PbeAge.Current),
            "2.16.840.1.101.3.4.1.42" => ("AES-256", PbeAge.Current),
            "1.2.840.113549.3.7" => ("3DES", PbeAge.Old),
            "1.2.840.113549.3.2" => ("RC2", PbeAge.Withdrawn),
            _ => ("an unknown cipher", PbeAge.Old),
        };
        var isPbkdf2 = derivation.ReadObjectIdentifier() == Pbkdf2;
        var iterations = isPbkdf2 ? IterationsAfterSalt(derivation) : 0;
        return new PbeScheme($"PBES2 with {cipher}", Pbes2, iterations, age);
    }

    private static long IterationsAfterSalt(AsnReader parameters)
    {
        if (!parameters.HasData || parameters.PeekTag() != Asn1Tag.Sequence)
        {
            return 0;
        }

        var values = parameters.ReadSequence();
        values.ReadOctetString();
        return Pkcs12Layout.Count(values);
    }
}

/// <summary>Who still reads a password-based encryption.</summary>
internal enum PbeAge
{
    /// <summary>PBES2 with AES: current libraries read and write it, old ones (Windows before 10, Java before 8u301) do not.</summary>
    Current,

    /// <summary>Triple DES with SHA-1: read almost everywhere, written by default no longer.</summary>
    Old,

    /// <summary>RC2 or RC4: OpenSSL 3 has them in its legacy provider only.</summary>
    Withdrawn,
}
