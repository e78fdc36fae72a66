using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.MockServer.Checks;

namespace ClientAuth.MockServer.Platforms.Apple;

/// <summary>The name of an app's key: Base64 SHA-256 of its point, uncompressed (X9.62).</summary>
internal static class AppKeyId
{
    /// <param name="point">Uncompressed.</param>
    public static string Of(byte[] point) => Convert.ToBase64String(SHA256.HashData(point));

    public static bool Check(X509Certificate2 leaf, string claimed, CheckTrace trace)
    {
        var certified = Of(leaf.PublicKey.EncodedKeyValue.RawData);
        return trace.Check(
            Rules.AppAttestKeyId,
            claimed == certified,
            $"{Quote.Text(certified)}, the hash of the certified key",
            Quote.Text(claimed)
        );
    }
}
