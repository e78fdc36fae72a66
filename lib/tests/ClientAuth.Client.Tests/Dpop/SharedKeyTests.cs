using System.Security.Cryptography;
using ClientAuth.Client.Dpop;
using ClientAuth.Protocol;

namespace ClientAuth.Client.Tests.Dpop;

/// <summary>A device's key makes proofs for calls, and assertions while a token is renewed: at the same time, and a key promises nothing about threads.</summary>
public sealed class SharedKeyTests
{
    [Fact]
    public async Task A_proof_and_an_assertion_are_never_signed_by_one_key_at_once()
    {
        using var key = new WatchedKey();
        var proofs = new DpopKey(key, TimeProvider.System);
        var signer = AssertionSigner.ForKey(key, SignatureAlgorithms.ES256);

        await Task.WhenAll(
            Task.Run(() => proofs.Prove(HttpMethod.Get, new Uri("https://api.example/resource"))),
            Task.Run(() => signer.Sign("header.claims"u8))
        );

        Assert.Equal(2, key.Signatures);
        Assert.False(key.WasUsedTwiceAtOnce);
    }

    /// <summary>Stays in each signature until another one begins, or long enough that it would have begun.</summary>
    private sealed class WatchedKey : ECDsa
    {
        private static readonly TimeSpan LongEnough = TimeSpan.FromMilliseconds(200);

        private readonly ECDsa _key = Create(ECCurve.NamedCurves.nistP256);
        private int _inside;

        public WatchedKey() => KeySizeValue = _key.KeySize;

        public int Signatures { get; private set; }

        public bool WasUsedTwiceAtOnce { get; private set; }

        public override byte[] SignHash(byte[] hash)
        {
            Interlocked.Increment(ref _inside);
            WasUsedTwiceAtOnce |= SpinWait.SpinUntil(() => Volatile.Read(ref _inside) > 1, LongEnough);
            var signature = _key.SignHash(hash);
            Signatures++;
            Interlocked.Decrement(ref _inside);
            return signature;
        }

        public override bool VerifyHash(byte[] hash, byte[] signature) => _key.VerifyHash(hash, signature);

        public override ECParameters ExportParameters(bool includePrivateParameters) =>
            _key.ExportParameters(includePrivateParameters);

        protected override void Dispose(bool disposing)
        {
            _key.Dispose();
            base.Dispose(disposing);
        }
    }
}
