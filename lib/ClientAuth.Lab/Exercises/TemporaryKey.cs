using System.Security.Cryptography;

namespace ClientAuth.Lab.Exercises;

/// <summary>A new key on P-256 that an answer is tried with.</summary>
internal static class TemporaryKey
{
    /// <summary>Makes the key, lets something use it, and disposes of it.</summary>
    public static T Use<T>(Func<ECDsa, T> use)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return use(key);
    }
}
