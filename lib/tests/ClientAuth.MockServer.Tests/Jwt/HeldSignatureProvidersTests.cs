using System.Security.Cryptography;
using ClientAuth.MockServer.Jwt;
using Microsoft.IdentityModel.Tokens;

namespace ClientAuth.MockServer.Tests.Jwt;

/// <summary>The providers of one key verify and sign with it, and with no other.</summary>
public sealed class HeldSignatureProvidersTests
{
    [Fact]
    public void One_key_has_one_provider_for_each_algorithm_and_purpose()
    {
        using var ec = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var key = new ECDsaSecurityKey(ec);
        var held = new HeldSignatureProviders(key);

        var verifying = held.CreateForVerifying(key, SecurityAlgorithms.EcdsaSha256);

        Assert.Same(verifying, held.CreateForVerifying(key, SecurityAlgorithms.EcdsaSha256));
        Assert.NotSame(verifying, held.CreateForSigning(key, SecurityAlgorithms.EcdsaSha256));
        var signature = ec.SignData("input"u8, HashAlgorithmName.SHA256);
        Assert.True(held.Verifies(SecurityAlgorithms.EcdsaSha256, "input"u8.ToArray(), signature));
        Assert.False(held.Verifies(SecurityAlgorithms.EcdsaSha256, "other"u8.ToArray(), signature));
    }

    [Fact]
    public void Another_key_gets_no_provider()
    {
        using var ec = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var held = new HeldSignatureProviders(new ECDsaSecurityKey(ec));
        // The same numbers in another object would do no harm, but nobody can tell that from another key.
        var other = new ECDsaSecurityKey(ec);

        Assert.Throws<ArgumentException>(() => held.CreateForVerifying(other, SecurityAlgorithms.EcdsaSha256));
        Assert.Throws<ArgumentException>(() => held.CreateForSigning(other, SecurityAlgorithms.EcdsaSha256));
    }
}
