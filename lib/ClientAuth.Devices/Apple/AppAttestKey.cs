using System.Security.Cryptography;

namespace ClientAuth.Devices.Apple;

/// <summary>A key of the Secure Enclave that Apple has attested, and how often it has signed since.</summary>
internal sealed class AppAttestKey : IDisposable
{
    private uint _counter;

    public ECDsa Key { get; } = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public byte[] Id => CredentialKey.Id(Key);

    /// <summary>Counts before each signature, so that no two carry the same number.</summary>
    public uint CountSignature() => Interlocked.Increment(ref _counter);

    public void Dispose() => Key.Dispose();
}
