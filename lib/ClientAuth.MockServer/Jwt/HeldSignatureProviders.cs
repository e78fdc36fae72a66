using Microsoft.IdentityModel.Tokens;

namespace ClientAuth.MockServer.Jwt;

/// <summary>
/// The providers of one key, one for each algorithm, made when first asked for and kept as long as the key: the library would make one
/// for each signature, or keep those of all keys in a static.
/// </summary>
internal sealed class HeldSignatureProviders : CryptoProviderFactory
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(string Algorithm, bool Signs), SignatureProvider> _providers = [];

    private readonly SecurityKey _key;

    /// <param name="key">The only key that it makes providers for.</param>
    public HeldSignatureProviders(SecurityKey key)
    {
        _key = key;
        CacheSignatureProviders = false;
    }

    /// <summary>Whether the key made the signature over these octets. One at a time: a key object is not made for several threads at once.</summary>
    public bool Verifies(string alg, byte[] signingInput, byte[] signature)
    {
        lock (_lock)
        {
            return CreateForVerifying(_key, alg).Verify(signingInput, signature);
        }
    }

    public override SignatureProvider CreateForVerifying(SecurityKey key, string algorithm) =>
        Provider(key, algorithm, signs: false, () => base.CreateForVerifying(key, algorithm));

    public override SignatureProvider CreateForSigning(SecurityKey key, string algorithm) =>
        Provider(key, algorithm, signs: true, () => base.CreateForSigning(key, algorithm));

    // Kept, whoever has done with it.
    public override void ReleaseSignatureProvider(SignatureProvider signatureProvider) { }

    private SignatureProvider Provider(SecurityKey key, string algorithm, bool signs, Func<SignatureProvider> make)
    {
        if (!ReferenceEquals(key, _key))
        {
            throw new ArgumentException("These are the providers of another key.", nameof(key));
        }

        lock (_lock)
        {
            return _providers.TryGetValue((algorithm, signs), out var held)
                ? held
                : _providers[(algorithm, signs)] = make();
        }
    }
}
