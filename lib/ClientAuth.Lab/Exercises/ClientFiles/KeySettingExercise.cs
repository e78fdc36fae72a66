using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using ClientAuth.Client;
using ClientAuth.Lab.Testbeds;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Exercises.ClientFiles;

/// <summary>Lesson 16: a private key that arrives through a variable, in one of the forms that variables give it.</summary>
internal static class KeySettingExercise
{
    private const string DoesNotLoad = "ECDsa.ImportFromPem says: No supported key formats were found.";
    private const string Hyphens = "-----";

    public static Exercise<Func<string, string>> Create(ExerciseContext context) =>
        new(
            context,
            "The key that would not load",
            isUntouched: DeliveredKey.GetsNothing,
            [
                new(
                    "A key that was in order still loads, and is the same key.",
                    $"{DoesNotLoad} There was nothing to mend. What did the code change?",
                    mend => DeliveredKey.Loads(mend, DeliveredKey.AsItIs)
                )
                {
                    WrongAnswers =
                    [
                        new("the hyphens taken away", setting => setting.Replace(Hyphens, "")),
                        new("a constant", ConstantPem(DeliveredKey.NewPem()))
                        {
                            Hint = "It loads, and is another key. Does the code use its parameter?",
                        },
                        new("Base64 decoded without a look", DecodedBase64)
                        {
                            Hint =
                                "FromBase64String was given a text that is no Base64. Look first which of the two arrived.",
                        },
                    ],
                },
                new(
                    "A key loads when its line breaks arrived as a backslash and an n.",
                    $"{DoesNotLoad} Look at it with lab.ExaminePem: how many line breaks does it have?",
                    mend => DeliveredKey.Loads(mend, DeliveredKey.Escaped)
                )
                {
                    MoreHints = ["In C#, \"\\n\" is a line break. What do you write for a backslash and an n?"],
                    WrongAnswers =
                    [
                        new("everything left as it is", setting => setting),
                        new("line breaks replaced by line breaks", setting => setting.Replace("\r\n", "\n")),
                    ],
                },
                new(
                    "A key loads when a Windows tool escaped it: backslash, r, backslash, n.",
                    $"{DoesNotLoad} One of the two pairs was replaced. The other still stands among the Base64.",
                    mend => DeliveredKey.Loads(mend, DeliveredKey.EscapedByWindows)
                )
                {
                    WrongAnswers = [new("one pair alone replaced", setting => setting.Replace("\\n", "\n"))],
                },
                new(
                    "A key loads when it was escaped twice.",
                    $"{DoesNotLoad} Two backslashes stand before each n. After one replacement a backslash is left.",
                    mend => DeliveredKey.Loads(mend, DeliveredKey.EscapedTwice)
                )
                {
                    WrongAnswers =
                    [
                        new("unescaped once", setting => setting.Replace("\\r", "").Replace("\\n", "\n")),
                        new("Regex.Unescape", setting => Regex.Unescape(setting)),
                    ],
                },
                new(
                    "A key loads when it arrived with its quotes.",
                    $"{DoesNotLoad} What stands before the first hyphen, and behind the last? Both kinds of quotes exist.",
                    mend => DeliveredKey.Loads(mend, DeliveredKey.InDoubleQuotes, DeliveredKey.InSingleQuotes)
                )
                {
                    WrongAnswers =
                    [
                        new("quotes kept", Unescaped),
                        new("one kind of quotes known", setting => Unescaped(setting).Trim('"')),
                    ],
                },
                new(
                    "A key loads when it arrived as Base64 of the whole PEM.",
                    $"{DoesNotLoad} The text holds no hyphen at all. That is the form to recommend, so accept it.",
                    mend => DeliveredKey.Loads(mend, DeliveredKey.InBase64)
                )
                {
                    WrongAnswers = [new("Base64 not decoded", setting => Unescaped(Unquoted(setting)))],
                },
                new(
                    "Keys load in all of these forms, and in every mixture of them.",
                    $"{DoesNotLoad} Here, quotes or Base64 surround a text that may be escaped as well. From the outside to the inside.",
                    mend => DeliveredKey.Loads(mend, DeliveredKey.Mixtures)
                )
                {
                    MoreHints =
                    [
                        "Take off white space and quotes, then decode if no hyphens are left in front, and only then look for backslashes.",
                    ],
                    WrongAnswers =
                    [
                        new("decoded after unescaping", setting => DecodedIfNeeded(Unquoted(Unescaped(setting)))),
                    ],
                },
                new(
                    "The server issues a token for a key with another label: BEGIN EC PRIVATE KEY.",
                    $"{DoesNotLoad} Tools write several labels, and the Base64 below fits its own. Keep the first line and the last as they are.",
                    IssuesTokenForMendedKeyAsync
                )
                {
                    WrongAnswers =
                    [
                        new(
                            "one label written around every key",
                            setting =>
                                $"-----BEGIN PRIVATE KEY-----\n{Regex.Replace(Unwrapped(setting), "-----[^-]*-----", "").Trim()}\n-----END PRIVATE KEY-----"
                        ),
                    ],
                },
            ],
            "that the key was right all along, and only its characters had changed on the way"
        );

    private static Func<string, string> ConstantPem(string pem) => _ => pem;

    private static string Unwrapped(string setting) => Unescaped(DecodedIfNeeded(Unquoted(setting)));

    private static string Unquoted(string text) => text.Trim().Trim('"', '\'');

    private static string DecodedIfNeeded(string text) =>
        text.StartsWith(Hyphens, StringComparison.Ordinal) ? text : DecodedBase64(text);

    private static string DecodedBase64(string text) => Encoding.ASCII.GetString(Convert.FromBase64String(text));

    private static string Unescaped(string text) => Regex.Replace(text, @"\\+[rn]", "\n");

    private static async Task<RuleFinding> IssuesTokenForMendedKeyAsync(
        Func<string, string> mend,
        CancellationToken cancellationToken
    )
    {
        const string Id = "exercise";
        await using var lab = await Testbed.StartAsync(
            new ClientMetadata
            {
                ClientId = Id,
                TokenEndpointAuthMethod = TokenEndpointAuthMethods.PrivateKeyJwt,
                TokenEndpointAuthSigningAlg = SignatureAlgorithms.ES256,
            }
        );
        var client = lab.Client(Id);
        var pem = ((ECDsa)client.PrivateKey!).ExportECPrivateKeyPem();
        var way = DeliveredKey.AnyMixture();
        if (DeliveredKey.Loads(mend, pem, way) is { Holds: false } broken)
        {
            return broken;
        }

        using var key = DeliveredKey.LoadedFrom(mend(way(pem)))!;
        var outcome = await lab.TokenClient(
                Id,
                new ClientAuthenticationMethodConfiguration.SignedJwt.Asymmetric(
                    key,
                    SignatureAlgorithms.ES256,
                    client.KeyId
                )
            )
            .RequestTokenAsync(scope: null, cancellationToken);
        return outcome is TokenOutcome.Issued ? RuleFinding.Kept : RuleFinding.Broken("a token", $"{outcome}");
    }
}
