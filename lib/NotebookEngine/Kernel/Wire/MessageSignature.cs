using System.Security.Cryptography;
using System.Text;

namespace NotebookEngine.Kernel.Wire;

/// <summary>HMAC-SHA256 over the four parts of a message, in lower-case hexadecimal. Jupyter messaging, "The wire protocol".</summary>
/// <param name="key">The connection file's key; empty means that nothing is signed and everything accepted.</param>
internal sealed class MessageSignature(string key)
{
    internal const string Scheme = "hmac-sha256";

    private readonly byte[] _key = Encoding.UTF8.GetBytes(key);

    internal bool IsOff => _key.Length == 0;

    internal byte[] Of(IEnumerable<byte[]> parts)
    {
        if (IsOff)
        {
            return [];
        }

        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        foreach (var part in parts)
        {
            hmac.AppendData(part);
        }

        return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hmac.GetHashAndReset()));
    }

    internal bool Accepts(byte[] signature, IEnumerable<byte[]> parts) =>
        IsOff || CryptographicOperations.FixedTimeEquals(signature, Of(parts));
}
