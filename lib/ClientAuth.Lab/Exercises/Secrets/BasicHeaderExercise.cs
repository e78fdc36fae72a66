namespace ClientAuth.Lab.Exercises.Secrets;

/// <summary>Lesson 01: the <c>Authorization</c> header of <c>client_secret_basic</c> (RFC 6749 §2.3.1 and Appendix B).</summary>
internal static class BasicHeaderExercise
{
    /// <summary>From identifier and secret to the value of the header.</summary>
    public static Exercise<Func<string, string, string>> Create(ExerciseContext context)
    {
        IReadOnlyList<AwkwardClient> clients =
        [
            .. AwkwardClient.Known,
            AwkwardClient.Any(),
            AwkwardClient.Any(),
            AwkwardClient.Any(),
        ];
        return new(
            context,
            "The Basic header",
            isUntouched: header => BasicHeaderFindings.HeaderOf(header, clients[0]).Length == 0,
            [
                new(
                    "The value begins with the scheme 'Basic' and one space.",
                    "The value of the header begins with the name of the scheme, before the credential (RFC 7617 §2). The header's own name is not part of its value.",
                    header => BasicHeaderFindings.Each(clients, header, BasicHeaderFindings.BeginsWithScheme)
                )
                {
                    WrongAnswers =
                    [
                        new(
                            "no scheme",
                            (id, secret) =>
                                BasicHeaderSteps.Base64(
                                    $"{BasicHeaderSteps.FormEncode(id)}:{BasicHeaderSteps.FormEncode(secret)}"
                                )
                        ),
                        new(
                            "the header with its name",
                            (id, secret) => $"Authorization: {BasicHeaderSteps.Scheme}{BasicHeaderSteps.Of(id, secret)}"
                        ),
                        new(
                            "the scheme of an access token",
                            (id, secret) => $"Bearer {BasicHeaderSteps.Of(id, secret)}"
                        ),
                    ],
                },
                new(
                    "Standard Base64 with padding follows the scheme.",
                    "All that follows the scheme is standard Base64. Base64url, which JWTs use, has other letters and no padding.",
                    header => BasicHeaderFindings.Each(clients, header, BasicHeaderFindings.IsBase64)
                )
                {
                    WrongAnswers =
                    [
                        new(
                            "Base64url",
                            (id, secret) =>
                                BasicHeaderSteps.Scheme + BasicHeaderSteps.InBase64Url(BasicHeaderSteps.Of(id, secret))
                        ),
                        new(
                            "no padding",
                            (id, secret) => BasicHeaderSteps.Scheme + BasicHeaderSteps.Of(id, secret).TrimEnd('=')
                        ),
                        new(
                            "no Base64",
                            (id, secret) =>
                                $"{BasicHeaderSteps.Scheme}{BasicHeaderSteps.FormEncode(id)}:{BasicHeaderSteps.FormEncode(secret)}"
                        ),
                    ],
                },
                new(
                    "Exactly one colon is left to separate identifier and secret.",
                    "A colon of the identifier or of the secret must not look like the one that separates. What does Appendix B make of it?",
                    header => BasicHeaderFindings.Each(clients, header, BasicHeaderFindings.HasOneColon)
                )
                {
                    WrongAnswers =
                    [
                        new(
                            "the encoding forgotten",
                            (id, secret) => BasicHeaderSteps.Scheme + BasicHeaderSteps.Base64($"{id}:{secret}")
                        ),
                        new(
                            "the whole pair encoded",
                            (id, secret) =>
                                BasicHeaderSteps.Scheme
                                + BasicHeaderSteps.Base64(BasicHeaderSteps.FormEncode($"{id}:{secret}"))
                        )
                        {
                            Hint = BasicHeaderFindings.NoColon,
                        },
                    ],
                },
                new(
                    "Another identifier or another secret gives another value.",
                    "The value is the same for two clients. Does the code use both of its parameters?",
                    header => BasicHeaderFindings.UsesBoth(clients, header)
                )
                {
                    WrongAnswers =
                    [
                        new("a constant", (_, _) => BasicHeaderSteps.Header(clients[0].Id, clients[0].Secret)),
                        new("a constant secret", (id, _) => BasicHeaderSteps.Header(id, clients[0].Secret)),
                    ],
                },
                new(
                    "The identifier comes before the secret.",
                    "The server takes what stands before the colon for the identifier.",
                    header => BasicHeaderFindings.Each(clients, header, BasicHeaderFindings.IsInOrder)
                )
                {
                    WrongAnswers = [new("the secret first", (id, secret) => BasicHeaderSteps.Header(secret, id))],
                },
                new(
                    "The server issues a token for it, to each of seven clients.",
                    "A space may be '+' or '%20'. But a '+' or a '%' of the identifier or the secret must be encoded, as every character with a meaning of its own.",
                    (header, cancellationToken) =>
                        BasicHeaderFindings.IsAcceptedAsync(clients, header, cancellationToken)
                )
                {
                    MoreHints = ["The lesson has a function that encodes one value: call it for each of the two."],
                    WrongAnswers =
                    [
                        new(
                            "nothing but colons encoded",
                            (id, secret) =>
                                BasicHeaderSteps.Scheme
                                + BasicHeaderSteps.Base64(BasicHeaderSteps.ColonsOnly(id, secret))
                        ),
                        new(
                            "a plus left as it is",
                            (id, secret) =>
                                BasicHeaderSteps.Scheme + BasicHeaderSteps.Base64(BasicHeaderSteps.PlusLeft(id, secret))
                        ),
                        new(
                            "the secret encoded twice",
                            (id, secret) => BasicHeaderSteps.Header(id, BasicHeaderSteps.FormEncode(secret))
                        )
                        {
                            Hint = BasicHeaderFindings.Twice,
                        },
                        new(
                            "right for the clients that are known",
                            (id, secret) =>
                                clients.Take(AwkwardClient.Known.Count).Any(known => known.Id == id)
                                    ? BasicHeaderSteps.Header(id, secret)
                                    : BasicHeaderSteps.Scheme
                                        + BasicHeaderSteps.Base64(BasicHeaderSteps.ColonsOnly(id, secret))
                        ),
                    ],
                },
            ],
            "that identifier and secret are encoded before they are joined, so that both may hold any character"
        );
    }
}
