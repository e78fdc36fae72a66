namespace ClientAuth.Lab.ClientFiles;

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
