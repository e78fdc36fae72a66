using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ClientAuth.MockServer.Tests.Differential.Chains;

/// <summary>The keys of all chains: made once, since a new key costs more than a chain. Holders at different heights have different ones.</summary>
internal sealed class SigningKeys : IDisposable
{
    /// <summary>Who holds none of the keys that a chain needs.</summary>
    public const int Stranger = 99;

    /// <summary>The kinds that this machine can make. Not every system knows curves beyond those of NIST.</summary>
    public static KeyKind[] Kinds { get; } =
        OperatingSystem.IsLinux()
            ? Enum.GetValues<KeyKind>()
            : [KeyKind.P256, KeyKind.P384, KeyKind.Rsa2048, KeyKind.Rsa1024];

    private readonly Dictionary<(KeyKind, int), SigningKey> _keys = [];

    public SigningKey Of(KeyKind kind, int holder)
    {
        // RSA keys take long to make: one of each size does for all.
        var key = (kind, kind is KeyKind.Rsa2048 or KeyKind.Rsa1024 ? 0 : holder);
        return _keys.TryGetValue(key, out var known) ? known : _keys[key] = new SigningKey(Create(kind));
    }

    public void Dispose()
    {
        foreach (var key in _keys.Values)
        {
            key.Private.Dispose();
        }
    }

    private static AsymmetricAlgorithm Create(KeyKind kind) =>
        kind switch
        {
            KeyKind.P384 => ECDsa.Create(ECCurve.NamedCurves.nistP384),
            KeyKind.P224 => ECDsa.Create(ECCurve.CreateFromValue("1.3.132.0.33")),
            KeyKind.Secp256k1 => ECDsa.Create(ECCurve.CreateFromValue("1.3.132.0.10")),
            KeyKind.ExplicitP256 => Explicit(),
            KeyKind.Rsa2048 => RSA.Create(2048),
            KeyKind.Rsa1024 => RSA.Create(1024),
            _ => ECDsa.Create(ECCurve.NamedCurves.nistP256),
        };

    private static ECDsa Explicit()
    {
        using var named = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return ECDsa.Create(named.ExportExplicitParameters(includePrivateParameters: true));
    }
}

/// <summary>A key and its public half.</summary>
internal sealed record SigningKey(AsymmetricAlgorithm Private)
{
    public PublicKey Public { get; } = new(Private);
}

/// <summary>The kinds of key that a certificate of a chain may have.</summary>
internal enum KeyKind
{
    P256,
    P384,
    P224,
    Secp256k1,
    ExplicitP256,
    Rsa2048,
    Rsa1024,
}
