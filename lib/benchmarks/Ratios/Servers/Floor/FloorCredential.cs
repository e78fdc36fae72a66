using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using ClientAuth.Protocol;
using Microsoft.AspNetCore.Http;

namespace Ratios.Servers.Floor;

/// <summary>Verifies the credential of one client by its cryptography alone: finds it by its place in the request, and compares or verifies.</summary>
internal abstract class FloorCredential
{
    private static ReadOnlySpan<byte> AssertionParameter => "client_assertion="u8;

    private static ReadOnlySpan<byte> SecretParameter => "client_secret="u8;

    public static FloorCredential Of(ClientMetadata client) =>
        client.TokenEndpointAuthMethod switch
        {
            TokenEndpointAuthMethods.ClientSecretBasic => new Secret(client.ClientSecret!, inHeader: true),
            TokenEndpointAuthMethods.ClientSecretPost => new Secret(client.ClientSecret!, inHeader: false),
            TokenEndpointAuthMethods.ClientSecretJwt => new Mac(client.ClientSecret!),
            TokenEndpointAuthMethods.PrivateKeyJwt => new Signature(
                client.Jwks!.Keys[0],
                client.TokenEndpointAuthSigningAlg!
            ),
            _ => new Certificate(),
        };

    public abstract bool Verify(HttpContext context, ReadOnlySpan<byte> body);

    private static ReadOnlySpan<byte> Parameter(ReadOnlySpan<byte> body, ReadOnlySpan<byte> name)
    {
        var value = body[(body.IndexOf(name) + name.Length)..];
        return value.IndexOf((byte)'&') is >= 0 and var end ? value[..end] : value;
    }

    private static (byte[] SigningInput, byte[] Signature) Assertion(ReadOnlySpan<byte> body)
    {
        var assertion = Parameter(body, AssertionParameter);
        var point = assertion.LastIndexOf((byte)'.');
        return (assertion[..point].ToArray(), Base64Url.DecodeFromUtf8(assertion[(point + 1)..]));
    }

    /// <summary>Compares hashes, as our server does: it hashes what was sent and what is registered.</summary>
    private sealed class Secret(string secret, bool inHeader) : FloorCredential
    {
        private readonly byte[] _secret = Encoding.UTF8.GetBytes(secret);

        public override bool Verify(HttpContext context, ReadOnlySpan<byte> body)
        {
            var presented = inHeader ? FromHeader(context) : Parameter(body, SecretParameter);
            return CryptographicOperations.FixedTimeEquals(SHA256.HashData(presented), SHA256.HashData(_secret));
        }

        private static byte[] FromHeader(HttpContext context)
        {
            var value = context.Request.Headers.Authorization.ToString();
            var pair = Convert.FromBase64String(value["Basic ".Length..]);
            return pair[(Array.IndexOf(pair, (byte)':') + 1)..];
        }
    }

    private sealed class Mac(string secret) : FloorCredential
    {
        private readonly byte[] _secret = Encoding.UTF8.GetBytes(secret);

        public override bool Verify(HttpContext context, ReadOnlySpan<byte> body)
        {
            var (input, mac) = Assertion(body);
            return CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(_secret, input), mac);
        }
    }

    private sealed class Signature(Jwk key, string algorithm) : FloorCredential
    {
        private readonly Lock _lock = new();
        private readonly AsymmetricAlgorithm _key = PublicKey.Of(key);

        public override bool Verify(HttpContext context, ReadOnlySpan<byte> body)
        {
            var (input, signature) = Assertion(body);
            lock (_lock)
            {
                return PublicKey.Verify(_key, algorithm, input, signature);
            }
        }
    }

    /// <summary>The handshake has proven the key. What is left is the hash that the token is bound to (RFC 8705 §3.1).</summary>
    private sealed class Certificate : FloorCredential
    {
        public override bool Verify(HttpContext context, ReadOnlySpan<byte> body) =>
            context.Connection.ClientCertificate is { } certificate
            && Base64Url.EncodeToString(SHA256.HashData(certificate.RawDataMemory.Span)).Length > 0;
    }
}
