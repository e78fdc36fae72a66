using System.Security.Cryptography;

namespace ClientAuth.FailureCases.Jwts;

/// <summary>The order of a curve's base point (SEC 2, §2.4.2 and §2.5.1), which r and s must be smaller than.</summary>
internal static class CurveOrder
{
    private const string P256 = "FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551";

    private const string P384 =
        "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFC7634D81F4372DDF581A0DB248B0A77AECEC196ACCC52973";

    /// <summary>The octets, or none for a curve whose order no case needs.</summary>
    public static byte[] Of(ECDsa key) =>
        key.KeySize switch
        {
            256 => Convert.FromHexString(P256),
            384 => Convert.FromHexString(P384),
            _ => [],
        };
}
