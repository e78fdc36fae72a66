using System.Security.Cryptography;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Jwt;
using ClientAuth.MockServer.Options;
using ClientAuth.Protocol;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ClientAuth.MockServer.Tokens;

/// <summary>The server's signing key, ES256 (RFC 7518 §3.4).</summary>
internal sealed class ServerKey : IDisposable
{
    private readonly Lock _lock = new();
    private readonly ECDsa? _own;
    private readonly ECDsa _key;
    private readonly SigningCredentials _credentials;
    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };

    /// <param name="given">The operator's key, which stays the operator's to dispose; null makes one.</param>
    /// <exception cref="InvalidOptionException">The key is not on P-256.</exception>
    public ServerKey(ECDsa? given)
    {
        _own = given is null ? ECDsa.Create(ECCurve.NamedCurves.nistP256) : null;
        _key = given ?? _own!;
        Public = Jwk.FromPublicKey(_key) with { Use = "sig", Alg = SignatureAlgorithms.ES256 };
        if (Public.Crv != "P-256")
        {
            throw new InvalidOptionException(
                nameof(KeyOptions.SigningKey),
                $"SigningKey is on {Public.Crv}; ES256 needs a key on P-256."
            );
        }

        var signing = new ECDsaSecurityKey(_key) { KeyId = Public.Kid };
        signing.CryptoProviderFactory = new HeldSignatureProviders(signing);
        _credentials = new SigningCredentials(signing, SecurityAlgorithms.EcdsaSha256);
    }

    /// <summary>The public half, as the server publishes it.</summary>
    public Jwk Public { get; }

    // A key object is not made for several threads at once.
    public string Sign(SecurityTokenDescriptor token)
    {
        token.SigningCredentials = _credentials;
        lock (_lock)
        {
            return _handler.CreateToken(token);
        }
    }

    /// <summary>Whether this key made the signature, and with <c>ES256</c>.</summary>
    public bool CheckSignature(DecodedJwt jwt, Rule rule, CheckTrace trace)
    {
        var holds = jwt.HeaderString("alg") == SignatureAlgorithms.ES256 && Verifies(jwt);
        return trace.Check(
            rule,
            holds,
            "a signature by ES256 with the server's key",
            $"alg {Quote.Member(jwt.Header, "alg")}, {Quote.Bytes(jwt.Signature.Span)}"
                + (holds ? ", verified with the server's key" : " that the server's key did not make")
        );
    }

    private bool Verifies(DecodedJwt jwt)
    {
        lock (_lock)
        {
            return _key.VerifyData(jwt.SigningInput, jwt.Signature.Span, HashAlgorithmName.SHA256);
        }
    }

    public void Dispose() => _own?.Dispose();
}
