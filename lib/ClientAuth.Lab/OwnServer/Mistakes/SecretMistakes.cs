using System.Text;
using ClientAuth.Client;
using ClientAuth.Lab.OwnServer.Probing;
using static ClientAuth.Client.ClientAuthenticationMethodConfiguration;
using Names = ClientAuth.Protocol.TokenEndpointAuthMethods;

namespace ClientAuth.Lab.OwnServer.Mistakes;

/// <summary>Mistakes with a secret that is sent.</summary>
internal static class SecretMistakes
{
    public static IReadOnlyList<AskedMistake> All { get; } =
    [
        new(
            3,
            "Secret's ID for its value",
            [Names.ClientSecretBasic, Names.ClientSecretPost],
            "The server accepts any secret, or does not look at it.",
            good => ProbeRequest.Of(good.By(SecretOf(good) with { ClientSecret = new(Guid.NewGuid().ToString()) }))
        ),
        new(
            8,
            "Form-encoded id and secret",
            [Names.ClientSecretBasic],
            "The server does not decode them (RFC 6749 §2.3.1): a secret with + % : or = will fail. Use letters and digits.",
            good => ProbeRequest.Of(good.Unchanged.WithHeader("Authorization", $"Basic {EncodedPair(good)}"))
        )
        {
            WantsToken = true,
        },
        new(
            11,
            "Secret in the other place",
            [Names.ClientSecretBasic, Names.ClientSecretPost],
            "The server takes the secret from either place, whatever is registered. A secret in a body ends up in more logs.",
            good => ProbeRequest.Of(good.By(SecretOf(good) with { Style = OtherStyle(good) }))
        ),
        new(
            18,
            "Line break after the secret",
            [Names.ClientSecretBasic, Names.ClientSecretPost],
            "The server cuts the line break off. Other servers do not: cut it off yourself.",
            good =>
                ProbeRequest.Of(
                    good.By(SecretOf(good) with { ClientSecret = new($"{good.Client.Secret!.Reveal()}\n") })
                )
        ),
    ];

    private static Secret SecretOf(GoodRequest good) => (Secret)good.Client.Method;

    private static SecretStyle OtherStyle(GoodRequest good) =>
        SecretOf(good).Style is SecretStyle.Basic ? SecretStyle.Body : SecretStyle.Basic;

    // Every byte is escaped, so that a secret of letters and digits tells as much as one with a plus sign.
    private static string EncodedPair(GoodRequest good)
    {
        var pair = $"{Escaped(good.Client.ClientId)}:{Escaped(good.Client.Secret!.Reveal())}";
        return Convert.ToBase64String(Encoding.ASCII.GetBytes(pair));
    }

    private static string Escaped(string text) =>
        string.Concat(Encoding.UTF8.GetBytes(text).Select(one => $"%{one:X2}"));
}
