using System.Security.Cryptography;
using ClientAuth.Client;
using ClientAuth.Protocol;

namespace Ratios.Assertions;

/// <summary>A key of the base class library, for the bare signature and the bare verification of one algorithm.</summary>
internal sealed class SigningKey(string algorithm) : IDisposable
{
    private const int RsaBits = 2048;

    private readonly RSA _rsa = RSA.Create(RsaBits);
    private readonly ECDsa _ec = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public Jwk Public => IsEc ? Jwk.FromPublicKey(_ec) : Jwk.FromPublicKey(_rsa);

    public AssertionSigner Signer => AssertionSigner.ForKey(IsEc ? _ec : _rsa, algorithm, Public.Kid);

    private bool IsEc => algorithm == SignatureAlgorithms.ES256;

    private RSASignaturePadding Padding =>
        algorithm == SignatureAlgorithms.PS256 ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1;

    public byte[] Sign(byte[] input) =>
        IsEc ? _ec.SignData(input, HashAlgorithmName.SHA256) : _rsa.SignData(input, HashAlgorithmName.SHA256, Padding);

    public bool Verify(byte[] input, byte[] signature) =>
        IsEc
            ? _ec.VerifyData(input, signature, HashAlgorithmName.SHA256)
            : _rsa.VerifyData(input, signature, HashAlgorithmName.SHA256, Padding);

    public void Dispose()
    {
        _rsa.Dispose();
        _ec.Dispose();
    }
}
