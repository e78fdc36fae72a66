using System.Collections.Concurrent;
using System.Security.Cryptography;
using ClientAuth.Protocol;

namespace ClientAuth.Client.Dpop;

/// <summary>A key that tokens are bound to (RFC 9449), together with the nonces that servers gave for its proofs. Safe to use from several threads.</summary>
/// <param name="key">On P-256; stays the caller's to dispose of.</param>
/// <param name="clock">Stamps the proofs.</param>
public sealed class DpopKey(ECDsa key, TimeProvider clock)
{
    // One for each server: a resource's nonce is none of the authorization server's (RFC 9449 §8.2).
    private readonly ConcurrentDictionary<string, string> _nonces = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Makes the <c>jti</c> of each proof; 122 random bits unless told otherwise.</summary>
    public Func<string> NewJti { get; init; } = () => Guid.NewGuid().ToString("N");

    /// <summary>The public half.</summary>
    public Jwk PublicKey { get; } = Jwk.FromPublicKey(key);

    /// <summary>What a bound token names, its <c>cnf.jkt</c> (RFC 9449 §6.1).</summary>
    public string Thumbprint => PublicKey.Thumbprint();

    /// <summary>The nonce that the server of this address gave last, or null.</summary>
    public string? NonceOf(Uri target) => _nonces.GetValueOrDefault(Origin(target));

    /// <summary>Keeps what a response's <c>DPoP-Nonce</c> held for the next proof; null changes nothing.</summary>
    public void Learn(Uri target, string? nonce)
    {
        if (nonce is not null)
        {
            _nonces[Origin(target)] = nonce;
        }
    }

    /// <summary>A proof for one request that can still be looked at and changed; with the server's nonce, if there is one.</summary>
    /// <param name="method">The request's.</param>
    /// <param name="target">The request's address.</param>
    /// <param name="accessToken">The token that the request carries; null for a token request.</param>
    public DpopProofBuilder Proof(HttpMethod method, Uri target, string? accessToken = null)
    {
        var proof = DpopProofBuilder.For(key, method, target, clock, NewJti());
        proof = NonceOf(target) is { } nonce ? proof.WithNonce(nonce) : proof;
        return accessToken is null ? proof : proof.WithAccessToken(accessToken);
    }

    /// <summary>The same, signed.</summary>
    public DpopProof Prove(HttpMethod method, Uri target, string? accessToken = null)
    {
        // The public half is read from the key as well, and other signers may have it (AssertionSigner.Ecdsa).
        lock (key)
        {
            return Proof(method, target, accessToken).Build();
        }
    }

    /// <summary>Whether this is the same key.</summary>
    internal bool IsOf(ECDsa other) => Jwk.FromPublicKey(other).Thumbprint() == Thumbprint;

    /// <summary>The thumbprint.</summary>
    public override string ToString() => Thumbprint;

    private static string Origin(Uri target) =>
        target.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);
}
