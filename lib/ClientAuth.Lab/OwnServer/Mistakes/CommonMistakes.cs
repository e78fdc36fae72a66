namespace ClientAuth.Lab.OwnServer.Mistakes;

/// <summary>The twenty most frequent mistakes, in their order. Fourteen can be put into a request; of the others each says why not.</summary>
internal static class CommonMistakes
{
    public static IReadOnlyList<Mistake> All { get; } =
    [
        .. SecretMistakes
            .All.Concat<Mistake>(AssertionMistakes.All)
            .Concat(RequestMistakes.All)
            .Concat(Unasked)
            .OrderBy(mistake => mistake.Row),
    ];

    public static IEnumerable<AskedMistake> Asked => All.OfType<AskedMistake>();

    private static IEnumerable<UnaskedMistake> Unasked =>
        [
            new(
                4,
                "Secret registered in clear where a hash is expected",
                "it lies in the server's own data: there, the good request fails"
            ),
            new(
                7,
                "PKCS #12 file with an encryption that the other library does not know",
                "the file never leaves the client"
            ),
            new(13, "Secret expired unnoticed", "it needs an expired secret, which nobody makes in a minute"),
            new(
                15,
                "Secret shorter than the hash of the HMAC",
                "it is refused at registration or nowhere: in a request a short secret is just a wrong one"
            ),
            new(
                16,
                "A server's certificate presented as a client's",
                "it needs one that your authority issued, and .NET would leave it out silently"
            ),
            new(
                17,
                "A public client sends a secret",
                "a public client may not use client_credentials, so that any answer would be about the grant"
            ),
        ];
}
