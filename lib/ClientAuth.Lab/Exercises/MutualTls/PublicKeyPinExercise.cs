using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.Client;
using ClientAuth.Credentials;
using ClientAuth.Lab.Testbeds;

namespace ClientAuth.Lab.Exercises.MutualTls;

/// <summary>Lesson 04: the pin of a server's public key (RFC 7469 §2.4).</summary>
internal static class PublicKeyPinExercise
{
    // What stands before the point of every key on P-256, and of no other.
    private const string HeadOfP256 = "3059301306072a8648ce3d020106082a8648ce3d030107034200";

    /// <summary>From a certificate to the pin of its key.</summary>
    [SuppressMessage("Security", "CA5350", Justification = "SHA-1 is a mistake that the exercise knows.")]
    public static Exercise<Func<X509Certificate2, string>> Create(ExerciseContext context) =>
        new(
            context,
            "The pin of a public key",
            isUntouched: pin => OfOneKey(pin).First.Length == 0,
            [
                new(
                    "The pin is the hash alone, without the name of its algorithm.",
                    "OkHttp writes 'sha256/' before a pin. KeyPinning(hostname, publicKeyHash) takes the hash.",
                    pin =>
                        OfOneKey(pin).First is var first
                        && first.StartsWith("sha256", StringComparison.OrdinalIgnoreCase)
                            ? RuleFinding.Broken("the hash, and nothing before it", first)
                            : RuleFinding.Kept
                )
                {
                    WrongAnswers = [new("the form of OkHttp", one => "sha256/" + PinOf(SHA256.HashData(SpkiOf(one))))],
                },
                new(
                    "The pin is standard Base64.",
                    "Base64url belongs to JWTs. A pin has the characters + and /, and = at its end.",
                    pin => FindPinText(OfOneKey(pin).First)
                )
                {
                    WrongAnswers =
                    [
                        new("Base64url", one => Base64Url.EncodeToString(SHA256.HashData(SpkiOf(one)))),
                        new("hexadecimal", one => Convert.ToHexString(SHA256.HashData(SpkiOf(one))))
                        {
                            Hint = PinInHexadecimal,
                        },
                        new("a line break at the end", one => PinOf(SHA256.HashData(SpkiOf(one))) + "\n")
                        {
                            Hint = PinInWhiteSpace,
                        },
                    ],
                },
                new(
                    "The decoded pin has 32 bytes: a SHA-256 hash.",
                    "SHA-1 gives 20 bytes, and a key that was not hashed gives more.",
                    pin =>
                        Convert.FromBase64String(OfOneKey(pin).First).Length is var length
                        && length == SHA256.HashSizeInBytes
                            ? RuleFinding.Kept
                            : RuleFinding.Broken("32 bytes", $"{length} bytes")
                )
                {
                    WrongAnswers =
                    [
                        new("SHA-1", one => PinOf(SHA1.HashData(SpkiOf(one)))),
                        new("the key without a hash", one => PinOf(SpkiOf(one))),
                    ],
                },
                new(
                    "A certificate that is renewed with the same key keeps its pin.",
                    "Dates and serial number change with each renewal. Which part of the certificate does not?",
                    pin =>
                        OfOneKey(pin) is var (first, renewed) && first == renewed
                            ? RuleFinding.Kept
                            : RuleFinding.Broken("the same pin twice", $"{first}, then {renewed}")
                )
                {
                    WrongAnswers =
                    [
                        new("the hash of the whole certificate", one => PinOf(SHA256.HashData(one.RawData))),
                    ],
                },
                new(
                    "The hash covers the key's algorithm as well, not its bits alone.",
                    "GetPublicKey() gives the bits. SubjectPublicKeyInfo is the algorithm, the curve and the bits.",
                    pin => !HashesTheBitsAlone(pin)
                )
                {
                    WrongAnswers = [new("the bits alone", one => PinOf(SHA256.HashData(one.GetPublicKey())))],
                },
                new(
                    "With the pin, a client connects to the server, and to no server with another key.",
                    "Hash the whole SubjectPublicKeyInfo, as the certificate encodes it, of the certificate that you are given.",
                    OpensOneDoorOnlyAsync
                )
                {
                    WrongAnswers =
                    [
                        new("a constant", _ => PinOf(SHA256.HashData([]))),
                        new("the hash of who issued it", one => PinOf(SHA256.HashData(one.IssuerName.RawData))),
                    ],
                },
                new(
                    "It holds for any key, of whatever kind.",
                    "Nothing in the answer may be written for keys on P-256 alone. PublicKey has a method that exports all of it.",
                    pin => FindPinOfAnyKey(pin)
                )
                {
                    WrongAnswers =
                    [
                        new(
                            "the head of a P-256 key as a constant",
                            one => PinOf(SHA256.HashData([.. Convert.FromHexString(HeadOfP256), .. one.GetPublicKey()]))
                        ),
                    ],
                },
            ],
            "that a pin names a key, whichever authority certifies it and however often its certificate is renewed"
        );

    private const string PinInHexadecimal =
        "These are hexadecimal digits, as thumbprints are written. A pin is the same bytes in Base64.";

    private const string PinInWhiteSpace = "There is white space around the pin or in it. Take it away.";

    private static byte[] SpkiOf(X509Certificate2 certificate) => certificate.PublicKey.ExportSubjectPublicKeyInfo();

    private static string PinOf(byte[] bytes) => Convert.ToBase64String(bytes);

    private static (string First, string Renewed) OfOneKey(Func<X509Certificate2, string> pin)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var first = PinnedCertificate.Of(key);
        using var renewed = PinnedCertificate.Of(key);
        return (pin(first), pin(renewed));
    }

    // Hexadecimal digits are letters of Base64 as well; 64 of them would decode to 48 bytes.
    private static RuleFinding FindPinText(string pin) =>
        pin.All(char.IsAsciiHexDigit) ? RuleFinding.Broken("Base64", pin, PinInHexadecimal)
        : pin.Any(char.IsWhiteSpace) ? RuleFinding.Broken("Base64, and nothing around it", $"'{pin}'", PinInWhiteSpace)
        : Base64.IsValid(pin) ? RuleFinding.Kept
        : RuleFinding.Broken("Base64", pin);

    private static bool HashesTheBitsAlone(Func<X509Certificate2, string> pin)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = PinnedCertificate.Of(key);
        return pin(certificate) == PinOf(SHA256.HashData(certificate.GetPublicKey()));
    }

    private static RuleFinding FindPinOfAnyKey(Func<X509Certificate2, string> pin)
    {
        foreach (var (kind, made) in PinnedCertificate.OfEachKind())
        {
            using var certificate = made;
            if (pin(certificate) != PinOf(SHA256.HashData(SpkiOf(certificate))))
            {
                return RuleFinding.Broken("the hash of its SubjectPublicKeyInfo", $"another pin for a key of {kind}");
            }
        }

        return RuleFinding.Kept;
    }

    private static async Task<RuleFinding> OpensOneDoorOnlyAsync(
        Func<X509Certificate2, string> pin,
        CancellationToken cancellationToken
    )
    {
        X509Certificate2? certificate = null;
        await using var lab = await Testbed.StartAsync(
            new TestbedOptions
            {
                Server = options => options with { ServerCertificate = certificate = options.ServerCertificate },
            },
            cancellationToken
        );
        using var anotherKey = lab.Authority.Issue(CertificateProfile.LoopbackServer());
        return !await ConnectsAsync(lab, pin(certificate!), cancellationToken)
                ? RuleFinding.Broken("a connection to the server of the pin", "the client turned it away")
            : await ConnectsAsync(lab, pin(anotherKey), cancellationToken)
                ? RuleFinding.Broken("no connection to a server with another key", "the client connected")
            : RuleFinding.Kept;
    }

    private static async Task<bool> ConnectsAsync(Testbed lab, string pin, CancellationToken cancellationToken)
    {
        var app = lab.Client("mobile-app-mtls");
        var method = new ClientAuthenticationMethodConfiguration.Mtls(app.Certificate!);
        var trust = new ServerTrust.Pinned(new KeyPinning("localhost", pin));
        try
        {
            return await lab.TokenClient(app.Registration.ClientId, method, trust)
                    .RequestTokenAsync(cancellationToken: cancellationToken) is TokenOutcome.Issued;
        }
        catch (AuthorizationServerException error)
            when (error.InnerException?.InnerException is ServerNotTrustedException)
        {
            return false;
        }
    }
}
