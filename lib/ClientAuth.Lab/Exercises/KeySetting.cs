using System.Security.Cryptography;
using System.Text;
using ClientAuth.Client;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Exercises;

/// <summary>Lesson 16: a private key that arrives through a variable, in one of the forms that variables give it.</summary>
public sealed partial class LessonExercises
{
    private const string Loads = "ECDsa.ImportFromPem says: No supported key formats were found.";

    private static readonly Func<string, string>[] Breaks =
    [
        pem => pem,
        pem => pem.Replace("\n", "\r\n"),
        pem => pem.Replace("\n", "\\n"),
        pem => pem.Replace("\n", "\\r\\n"),
        pem => pem.Replace("\n", "\\\\n"),
    ];

    private static readonly Func<string, string>[] Wrappings =
    [
        text => text,
        text => $"\"{text}\"",
        text => $"'{text}'",
        text => $" {text}\n",
        text => Convert.ToBase64String(Encoding.ASCII.GetBytes(text)),
    ];

    public Exercise<Func<string, string>> KeySetting =>
        new(
            this,
            "The key that would not load",
            isUntouched: mend => mend(NewPem()).Length == 0,
            [
                new(
                    "A key that was in order still loads, and is the same key.",
                    $"{Loads} There was nothing to mend. What did the code change?",
                    mend => Mends(mend, pem => pem)
                ),
                new(
                    "A key loads whose line breaks arrived as a backslash and an n.",
                    $"{Loads} Look at it with lab.ExaminePem: how many line breaks does it have?",
                    mend => Mends(mend, Breaks[2])
                ),
                new(
                    "A key loads that a Windows tool escaped: backslash, r, backslash, n.",
                    $"{Loads} One of the two pairs was replaced. The other still stands among the Base64.",
                    mend => Mends(mend, Breaks[3])
                ),
                new(
                    "A key loads that was escaped twice.",
                    $"{Loads} Two backslashes stand before each n. After one replacement a backslash is left.",
                    mend => Mends(mend, Breaks[4])
                ),
                new(
                    "A key loads that arrived with its quotes.",
                    $"{Loads} What stands before the first hyphen, and behind the last? Both kinds of quotes exist.",
                    mend => Mends(mend, Wrappings[1]) && Mends(mend, Wrappings[2])
                ),
                new(
                    "A key loads that arrived as Base64 of the whole PEM.",
                    $"{Loads} The text holds no hyphen at all. That is the form to recommend, so accept it.",
                    mend => Mends(mend, Wrappings[4])
                ),
                new(
                    "Keys load in all of these forms, and in every mixture of them.",
                    $"{Loads} Here, quotes or Base64 surround a text that may be escaped as well. From the outside to the inside.",
                    mend => Wrappings.All(wrap => Breaks.All(damage => Mends(mend, pem => wrap(damage(pem)))))
                ),
                new(
                    "The server issues a token for a key that the code has mended.",
                    "The key loads here. Does the code use its parameter?",
                    IssuesTokenForMendedKeyAsync
                ),
            ],
            "that the key was right all along, and only its characters had changed on the way"
        );

    private static bool Mends(Func<string, string> mend, Func<string, string> damage)
    {
        var pem = NewPem();
        using var key = LoadedFrom(mend(damage(pem)));
        using var expected = LoadedFrom(pem);
        return key is not null
            && key.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(expected!.ExportSubjectPublicKeyInfo());
    }

    private static ECDsa? LoadedFrom(string pem)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            return key;
        }
        catch (Exception error) when (error is ArgumentException or CryptographicException)
        {
            key.Dispose();
            return null;
        }
    }

    private static async Task<bool> IssuesTokenForMendedKeyAsync(
        Func<string, string> mend,
        CancellationToken cancellationToken
    )
    {
        const string Id = "exercise";
        await using var lab = await LessonLab.OpenAsync(
            new ClientMetadata
            {
                ClientId = Id,
                TokenEndpointAuthMethod = TokenEndpointAuthMethods.PrivateKeyJwt,
                TokenEndpointAuthSigningAlg = SignatureAlgorithms.ES256,
            }
        );
        var client = lab.Client(Id);
        var arrived = Breaks[2](((ECDsa)client.PrivateKey!).ExportPkcs8PrivateKeyPem());
        using var key = LoadedFrom(mend(arrived));
        return key is not null
            && await lab.TokenClient(
                    Id,
                    new ClientAuthenticationMethodConfiguration.SignedJwt.Asymmetric(
                        key,
                        SignatureAlgorithms.ES256,
                        client.KeyId
                    )
                )
                .RequestTokenAsync(scope: null, cancellationToken) is TokenOutcome.Issued;
    }

    private static string NewPem()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKeyPem();
    }
}
