using System.Numerics;
using ClientAuth.FailureCases.Values;

namespace ClientAuth.FailureCases.Jwts;

/// <summary>Turns a good signature into a faulty one (RFC 7518 §3.4).</summary>
internal static class AlteredSignature
{
    /// <param name="form">What to make of it; null leaves it alone.</param>
    /// <param name="signature">A good one.</param>
    /// <param name="order">The order of the curve, empty where there is none.</param>
    public static byte[] Of(SignatureForm? form, byte[] signature, byte[] order) =>
        form switch
        {
            SignatureForm.BitFlipped => [.. signature[..^1], (byte)(signature[^1] ^ 1)],
            SignatureForm.Truncated => signature[..^1],
            SignatureForm.Extended => [.. signature, 0],
            SignatureForm.Zero => new byte[signature.Length],
            SignatureForm.Order => [.. Needed(order), .. order],
            SignatureForm.ROrder => [.. Needed(order), .. signature[order.Length..]],
            SignatureForm.SOrder => [.. signature[..Needed(order).Length], .. order],
            SignatureForm.SBeyondOrder => BeyondOrder(signature, Needed(order)),
            _ => signature,
        };

    private static byte[] Needed(byte[] order) =>
        order is []
            ? throw new UnusableCaseException("this form of a signature needs a curve with a known order")
            : order;

    // One octet more where the sum needs it, which a reader of fixed lengths must notice as well.
    private static byte[] BeyondOrder(byte[] signature, byte[] order)
    {
        var sum = Number(signature[order.Length..]) + Number(order);
        return [.. signature[..order.Length], .. sum.ToByteArray(isUnsigned: true, isBigEndian: true)];
    }

    private static BigInteger Number(byte[] bytes) => new(bytes, isUnsigned: true, isBigEndian: true);
}
