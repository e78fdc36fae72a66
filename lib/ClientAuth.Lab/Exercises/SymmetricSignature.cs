using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using ClientAuth.Client;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Exercises;

/// <summary>Lesson 02: the signature of <c>client_secret_jwt</c>, HS256 over header and payload (RFC 7515 §5.1, RFC 7518 §3.2).</summary>
public sealed partial class LessonExercises
{
    private const string Rfc7515Header = "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9";

    private const string Rfc7515Payload =
        "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";

    private const string Rfc7515Signature = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    // Printed in RFC 7515 Appendix A.1.1, like the three above; it protects nothing.
    private const string Rfc7515Key =
        "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow";

    private const string Rfc7515Input = $"{Rfc7515Header}.{Rfc7515Payload}";

    public Exercise<Func<string, byte[], string>> SymmetricSignature =>
        new(
            this,
            "The symmetric signature",
            isUntouched: answer => SignatureOfExample(answer).Length == 0,
            [
                new(
                    "The signature is Base64url: no '+', no '/', no padding.",
                    "Standard Base64 has characters that mean something else in a form. System.Buffers.Text has the other kind.",
                    answer => !SignatureOfExample(answer).AsSpan().ContainsAny("+/=")
                ),
                new(
                    "The signature is 32 bytes in 43 characters, as long as the hash.",
                    "Give what stands behind the second full stop only. Hexadecimal would take 64 characters; HS256 means SHA-256.",
                    answer => SignatureOfExample(answer).Length == 43
                ),
                new(
                    "Another key gives another signature.",
                    "What anybody can compute without the key proves nothing.",
                    answer => answer(Rfc7515Input, new byte[32]) != SignatureOfExample(answer)
                ),
                new(
                    "The signature covers the header as well as the payload.",
                    "A header that is not covered can be exchanged. Sign all that stands before the second full stop.",
                    answer =>
                        answer($"e30.{Rfc7515Payload}", Rfc7515KeyBytes()) != SignatureOfExample(answer)
                        && answer($"{Rfc7515Header}.e30", Rfc7515KeyBytes()) != SignatureOfExample(answer)
                ),
                new(
                    "The key enters by HMAC; it is not joined to the text and hashed with it.",
                    "SHA-256 over key and text can be continued from its result by somebody who does not know the key.",
                    answer => !HashesOfJoined().Contains(SignatureOfExample(answer))
                ),
                new(
                    "The signature is that of RFC 7515, Appendix A.1.",
                    "The bytes to sign are the ASCII characters of the signing input, and the key is used as it comes.",
                    answer => SignatureOfExample(answer) == Rfc7515Signature
                ),
                new(
                    "The server issues a token for an assertion that it completes.",
                    "The example is right, another assertion is not. Does the code use both of its parameters?",
                    CompletesAssertionAsync
                ),
            ],
            "that whoever knows the key can sign, and nobody else"
        );

    private static string SignatureOfExample(Func<string, byte[], string> answer) =>
        answer(Rfc7515Input, Rfc7515KeyBytes());

    private static byte[] Rfc7515KeyBytes() => Base64Url.DecodeFromChars(Rfc7515Key);

    private static string[] HashesOfJoined()
    {
        var text = Encoding.ASCII.GetBytes(Rfc7515Input);
        return
        [
            Base64Url.EncodeToString(SHA256.HashData([.. Rfc7515KeyBytes(), .. text])),
            Base64Url.EncodeToString(SHA256.HashData([.. text, .. Rfc7515KeyBytes()])),
        ];
    }

    private static async Task<bool> CompletesAssertionAsync(
        Func<string, byte[], string> answer,
        CancellationToken cancellationToken
    )
    {
        const string Id = "exercise";
        await using var lab = await LessonLab.OpenAsync(
            new ClientMetadata { ClientId = Id, TokenEndpointAuthMethod = TokenEndpointAuthMethods.ClientSecretJwt }
        );
        var secret = lab.Client(Id).Secret!;
        var signer = new AssertionSigner.Hmac(secret, SignatureAlgorithms.HS256);
        var unsigned = ClientAssertionBuilder
            .For(Id, lab.Server.Metadata.Issuer, signer, lab.Clock, jti: "the only one")
            .Build();
        var input = $"{unsigned.EncodedHeader}.{unsigned.EncodedPayload}";
        return await LearnersAssertion.IsAcceptedAsync(
            lab,
            $"{input}.{answer(input, secret.RevealBytes())}",
            cancellationToken
        );
    }
}
