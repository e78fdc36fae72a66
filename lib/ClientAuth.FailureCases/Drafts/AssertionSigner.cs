using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using ClientAuth.FailureCases.Changes;
using ClientAuth.FailureCases.Laboratory;
using ClientAuth.Protocol;

namespace ClientAuth.FailureCases.Drafts;

/// <summary>Signs as RFC 7518 §3 says, or not quite so. It shares nothing with the code that verifies.</summary>
internal sealed class AssertionSigner(LabKeys keys, CaseClient client, CaseClient other)
{
    /// <exception cref="UnusableCaseException">Key, algorithm and form do not go together.</exception>
    public byte[] Sign(Signing signing, byte[] input, SignatureForm? form)
    {
        if (form == SignatureForm.Empty || signing.Alg == "none")
        {
            return [];
        }

        if (signing.Alg.StartsWith("HS", StringComparison.Ordinal))
        {
            return SignatureForms.Apply(form, Mac(signing, input), []);
        }

        return keys.Find(signing.KeyName) switch
        {
            RSA rsa => SignatureForms.Apply(form, SignRsa(rsa, signing, input, form), []),
            ECDsa ec => SignatureForms.Apply(form, SignEc(ec, signing, input, form), CurveOrder.Of(ec)),
            _ => throw new UnusableCaseException($"the key '{signing.KeyName}' signs nothing"),
        };
    }

    private byte[] Mac(Signing signing, byte[] input)
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

    private byte[] KeyFor(Signing signing) =>
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

    private static byte[] SignRsa(RSA key, Signing signing, byte[] input, SignatureForm? form)
    {
        if (form is { } forged && RsaBlock.Pkcs1(forged, key.KeySize / 8, input) is { } block)
        {
            return RsaBlock.Sign(key, block);
        }

        if (signing.SaltLength is { } salt)
        {
            return RsaBlock.Sign(key, RsaBlock.Pss(key.KeySize / 8, input, salt));
        }

        var padding = signing.Alg.StartsWith('P') ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1;
        return key.SignData(input, Hash(signing.Alg), padding);
    }

    private static byte[] SignEc(ECDsa key, Signing signing, byte[] input, SignatureForm? form) =>
        key.SignData(
            input,
            Hash(signing.Alg),
            form == SignatureForm.Der
                ? DSASignatureFormat.Rfc3279DerSequence
                : DSASignatureFormat.IeeeP1363FixedFieldConcatenation
        );

    // An algorithm that nobody knows is signed with SHA-256, so that it is the name alone that is wrong.
    private static HashAlgorithmName Hash(string alg) =>
        alg.EndsWith("384", StringComparison.Ordinal) ? HashAlgorithmName.SHA384
        : alg.EndsWith("512", StringComparison.Ordinal) ? HashAlgorithmName.SHA512
        : HashAlgorithmName.SHA256;
}
