using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using ClientAuth.FailureCases.Fixtures;
using ClientAuth.FailureCases.Keys;
using ClientAuth.FailureCases.Values;
using ClientAuth.Protocol;

namespace ClientAuth.FailureCases.Jwts;

/// <summary>Signs JWTs of every kind as RFC 7518 §3 says, or with a fault that a case asks for. It shares nothing with the code that verifies.</summary>
internal sealed class JwtSigner(CaseKeys keys, CaseClient client, CaseClient other)
{
    /// <exception cref="UnusableCaseException">Key, algorithm and form do not go together.</exception>
    public byte[] Sign(JwtSigning signing, byte[] input, SignatureForm? form)
    {
        if (form == SignatureForm.Empty || signing.Alg == "none")
        {
            return [];
        }

        if (signing.Alg.StartsWith("HS", StringComparison.Ordinal))
        {
            return AlteredSignature.Of(form, Mac(signing, input), []);
        }

        return keys.Find(signing.KeyName) switch
        {
            RSA rsa => AlteredSignature.Of(form, SignRsa(rsa, signing, input, form), []),
            ECDsa ec => AlteredSignature.Of(form, SignEc(ec, signing, input, form), CurveOrder.Of(ec)),
            _ => throw new UnusableCaseException($"the key '{signing.KeyName}' signs nothing"),
        };
    }

    private byte[] Mac(JwtSigning signing, byte[] input)
    {
        var key = KeyFor(signing);
        return signing.Alg switch
        {
            SignatureAlgorithms.HS256 => HMACSHA256.HashData(key, input),
            SignatureAlgorithms.HS384 => HMACSHA384.HashData(key, input),
            SignatureAlgorithms.HS512 => HMACSHA512.HashData(key, input),
            _ => throw new UnusableCaseException($"there is no MAC '{signing.Alg}'"),
        };
    }

    private byte[] KeyFor(JwtSigning signing) =>
        signing.MacKey switch
        {
            MacKey.Secret => SecretOf(client),
            MacKey.DecodedSecret => Base64Url.DecodeFromUtf8(SecretOf(client)),
            MacKey.EncodedSecret => Encoding.ASCII.GetBytes(Convert.ToBase64String(SecretOf(client))),
            MacKey.OtherSecret => SecretOf(other),
            MacKey.PublicKeyPem => Encoding.ASCII.GetBytes(keys.Find(signing.KeyName).ExportSubjectPublicKeyInfoPem()),
            MacKey.PublicKeyDer => keys.Find(signing.KeyName).ExportSubjectPublicKeyInfo(),
            MacKey.PublicKeyRaw => keys.RawPublicKey(signing.KeyName),
            MacKey.PublicKeyJwk => Encoding.UTF8.GetBytes(keys.PublicJwkText(signing.KeyName)),
            _ => [],
        };

    private static byte[] SecretOf(CaseClient owner) =>
        Encoding.UTF8.GetBytes(
            owner.Secret ?? throw new UnusableCaseException($"the client {owner.Id} has no secret to key a MAC with")
        );

    private static byte[] SignRsa(RSA key, JwtSigning signing, byte[] input, SignatureForm? form)
    {
        if (form is { } forged && RsaEncodedMessage.Pkcs1(forged, key.KeySize / 8, input) is { } block)
        {
            return RsaEncodedMessage.Sign(key, block);
        }

        if (signing.SaltLength is { } salt)
        {
            return RsaEncodedMessage.Sign(key, RsaEncodedMessage.Pss(key.KeySize / 8, input, salt));
        }

        var padding = signing.Alg.StartsWith('P') ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1;
        return key.SignData(input, Hash(signing.Alg), padding);
    }

    private static byte[] SignEc(ECDsa key, JwtSigning signing, byte[] input, SignatureForm? form) =>
        key.SignData(
            input,
            Hash(signing.Alg),
            form == SignatureForm.Der
                ? DSASignatureFormat.Rfc3279DerSequence
                : DSASignatureFormat.IeeeP1363FixedFieldConcatenation
        );

    // An unknown algorithm is signed with SHA-256, so that only its name is wrong.
    private static HashAlgorithmName Hash(string alg) =>
        alg.EndsWith("384", StringComparison.Ordinal) ? HashAlgorithmName.SHA384
        : alg.EndsWith("512", StringComparison.Ordinal) ? HashAlgorithmName.SHA512
        : HashAlgorithmName.SHA256;
}
