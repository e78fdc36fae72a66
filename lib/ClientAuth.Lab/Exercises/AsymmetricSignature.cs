using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using ClientAuth.Client;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Exercises;

/// <summary>Lesson 03: the signature of an <c>ES256</c> assertion (RFC 7515 §5.1, RFC 7518 §3.4).</summary>
public sealed partial class LessonExercises
{
    private const string SignerId = "signing-app";
    private const string SignedPayload = "eyJpc3MiOiJzaWduaW5nLWFwcCJ9";
    private const string SignedText = $"eyJhbGciOiJFUzI1NiJ9.{SignedPayload}";

    public Exercise<Func<string, ECDsa, string>> AsymmetricSignature =>
        new(
            this,
            "The ES256 signature",
            isUntouched: answer => AnswerIs(answer, (_, segment) => segment.Length == 0),
            [
                new(
                    "The result is Base64url without padding.",
                    "A JWS writes '-' and '_' for '+' and '/', and no '=' at the end. Give the third segment only.",
                    answer => AnswerIs(answer, (_, segment) => IsBase64Url(segment))
                ),
                new(
                    "The signature has 64 bytes: r and s side by side.",
                    "Some 70 bytes that begin with 0x30 are DER. Which format does a JWS want (RFC 7518 §3.4)?",
                    answer => SignatureIs(answer, (_, signature) => signature.Length == 64)
                ),
                new(
                    "The signature covers the header, too.",
                    "It covers the payload alone, so anybody could exchange the header (RFC 7515 §5.1).",
                    answer => SignatureIs(answer, (key, signature) => !Covers(key, SignedPayload, signature))
                ),
                new(
                    "The signing input is hashed once.",
                    "SignData hashes what it is given, and it was given a hash.",
                    answer => SignatureIs(answer, (key, signature) => !CoversHash(key, SignedText, signature))
                ),
                new(
                    "The hash is SHA-256.",
                    "The number in ES256 names the hash.",
                    answer => SignatureIs(answer, (key, signature) => !CoversByAnotherHash(key, SignedText, signature))
                ),
                new(
                    "The public half of the given key verifies it.",
                    "Format and length are right. Is it the given key, over the ASCII bytes of the signing input? SignHash takes a hash, SignData makes one.",
                    answer => SignatureIs(answer, (key, signature) => Covers(key, SignedText, signature))
                ),
                new(
                    "The server issues a token for an assertion that ends in it.",
                    "It must hold for any signing input and any key, not for those of the rules above only.",
                    CompletesAssertionAsync
                ),
            ],
            "that the server can check what you signed with a key that could not have signed it"
        );

    private static bool AnswerIs(Func<string, ECDsa, string> answer, Func<ECDsa, string, bool> holds)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return holds(key, answer(SignedText, key));
    }

    private static bool SignatureIs(Func<string, ECDsa, string> answer, Func<ECDsa, byte[], bool> holds) =>
        AnswerIs(answer, (key, segment) => holds(key, Base64Url.DecodeFromChars(segment)));

    // The decoder takes padding and white space as well; a JWS has neither.
    private static bool IsBase64Url(string segment) =>
        Base64Url.IsValid(segment) && segment.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    private static bool Covers(ECDsa key, string text, byte[] signature) =>
        key.VerifyData(Encoding.ASCII.GetBytes(text), signature, HashAlgorithmName.SHA256);

    private static bool CoversHash(ECDsa key, string text, byte[] signature) =>
        key.VerifyData(SHA256.HashData(Encoding.ASCII.GetBytes(text)), signature, HashAlgorithmName.SHA256);

    private static bool CoversByAnotherHash(ECDsa key, string text, byte[] signature) =>
        key.VerifyData(Encoding.ASCII.GetBytes(text), signature, HashAlgorithmName.SHA384)
        || key.VerifyData(Encoding.ASCII.GetBytes(text), signature, HashAlgorithmName.SHA512);

    private static async Task<bool> CompletesAssertionAsync(
        Func<string, ECDsa, string> answer,
        CancellationToken cancellationToken
    )
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await using var lab = await LessonLab.OpenAsync(
            new ClientMetadata
            {
                ClientId = SignerId,
                TokenEndpointAuthMethod = TokenEndpointAuthMethods.PrivateKeyJwt,
                TokenEndpointAuthSigningAlg = SignatureAlgorithms.ES256,
                Jwks = new JwkSet { Keys = [Jwk.FromPublicKey(key)] },
            }
        );
        var signer = AssertionSigner.ForKey(key, SignatureAlgorithms.ES256);
        var issuer = lab.Server.Metadata.Issuer;
        var assertion = ClientAssertionBuilder.For(SignerId, issuer, signer, lab.Clock, jti: "jti-1").Build();
        var signingInput = Encoding.ASCII.GetString(assertion.SigningInput);
        return await LearnersAssertion.IsAcceptedAsync(
            lab,
            $"{signingInput}.{answer(signingInput, key)}",
            cancellationToken
        );
    }
}
