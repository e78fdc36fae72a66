using System.Security.Cryptography;
using System.Text;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.Visuals.Handshakes;

/// <summary>The identifier of a drawing's hatch. Several drawings share one page, so it is named after what they draw.</summary>
internal static class HatchName
{
    public static string Of(IEnumerable<RecordedHandshake> handshakes, string form)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var handshake in handshakes)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(handshake.Label));
            foreach (var bytes in handshake.Wire)
            {
                hash.AppendData(bytes.Bytes.Span);
            }
        }

        return $"ca-{Convert.ToHexStringLower(hash.GetHashAndReset())[..8]}-{form}";
    }
}
