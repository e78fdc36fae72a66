using System.Numerics;

namespace ClientAuth.MockServer.Registrations.Keys;

/// <summary>
/// Recognises RSA keys of a faulty smart-card library, whose private half can be computed from the public one (ROCA,
/// CVE-2017-15361). Its primes are powers of 65537 modulo many small primes, and so are their products.
/// </summary>
internal static class RocaFingerprint
{
    private const int Generator = 65537;

    // Those modulo which the powers of 65537 leave out many numbers: another key passes for one of these less than once in 2^27.
    private static readonly int[] Primes = [11, 13, 17, 19, 37, 53, 61, 71, 73, 79, 97, 103, 107, 109, 127, 151, 157];

    /// <param name="modulus">Big-endian.</param>
    public static bool Matches(ReadOnlySpan<byte> modulus)
    {
        var number = new BigInteger(modulus, isUnsigned: true, isBigEndian: true);
        return Primes.All(prime => IsPower((int)(number % prime), prime));
    }

    private static bool IsPower(int residue, int prime)
    {
        var power = 1;
        do
        {
            if (power == residue)
            {
                return true;
            }

            power = power * (Generator % prime) % prime;
        } while (power != 1);

        return false;
    }
}
