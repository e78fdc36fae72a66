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
                "the mistake is in the server's own data: with it, the good request fails"
            ),
            new(
                7,
                "PKCS #12 file with an encryption that the other library does not know",
                "the file never leaves the client"
            ),
            new(13, "Secret expired unnoticed", "the test needs an expired secret, and waiting for one takes too long"),
            new(
                15,
                "Secret shorter than the hash of the HMAC",
                "a server refuses it at registration or not at all: in a request, a short secret is just a wrong secret"
            ),
            new(
                16,
                "A server's certificate presented as a client's",
                "the test needs a certificate that your authority issued, and .NET would silently leave it out"
            ),
            new(
                17,
                "A public client sends a secret",
                "a public client may not use client_credentials, so any answer would be about the grant"
            ),
        ];
}
