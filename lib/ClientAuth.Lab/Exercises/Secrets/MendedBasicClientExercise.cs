using ClientAuth.MockServer.Checks;

namespace ClientAuth.Lab.Exercises.Secrets;

/// <summary>Lesson 01: a colleague's client with a Basic header and four mistakes, of which each refusal names one.</summary>
internal static class MendedBasicClientExercise
{
    /// <summary>Takes the token endpoint, the identifier and the secret; makes the request for a token.</summary>
    public static Exercise<Func<string, string, string, HttpRequestMessage>> Create(ExerciseContext context)
    {
        var rules = new MendingRules<Func<string, string, string, HttpRequestMessage>>(BasicRequest.SendAllAsync);
        return new(
            context,
            "The colleague's client",
            isUntouched: BasicRequest.IsTheColleagues,
            [
                new(
                    "It makes a POST to the address that it is given.",
                    "Use the first parameter as the address, and as all of it: nothing is appended.",
                    BasicRequest.GoesWhereItShould
                )
                {
                    WrongAnswers =
                    [
                        new("a GET", BasicRequest.Mended(sent => sent.Method = HttpMethod.Get))
                        {
                            Hint = BasicRequest.MustPost,
                        },
                        new(
                            "the secret in the address",
                            BasicRequest.Mended(sent => sent.RequestUri = new Uri($"{sent.RequestUri}?client_secret=s"))
                        ),
                    ],
                },
                rules.Passes(
                    "The credential stands in one place.",
                    "The trace says how many credentials the server found. This client is registered for the header.",
                    [
                        Rules.ContentType.Name,
                        Rules.Parameters.Name,
                        Rules.SingleMechanism.Name,
                        Rules.SecretFormat.Name,
                    ],
                    [new("the secret left in the body", BasicRequest.MendedForm(form => form["client_secret"] = "s"))]
                ),
                rules.Passes(
                    "The server knows the client.",
                    "By what does the server look a client up, and what did it find in that place? It quotes nothing there, so that a mix-up does not write the secret into the log.",
                    [Rules.ClientIdentified.Name, Rules.ClientIdAgrees.Name, Rules.ClientKnown.Name],
                    [
                        new(
                            "the secret first",
                            BasicRequest.MendedHeader((id, secret) => BasicHeaderSteps.Header(secret, id))
                        ),
                    ],
                    "Read the pair in the code aloud, in its order, and compare it with the header that you built."
                ),
                rules.Passes(
                    "It proves who it is, in the way it is registered for.",
                    "The identifier is right. The secret has to arrive in the header, encoded once.",
                    [Rules.ClientMethod.Name, Rules.SecretValue.Name, Rules.SecretNotExpired.Name],
                    [
                        new("everything moved to the body", BasicRequest.InTheBody),
                        new(
                            "another secret",
                            BasicRequest.MendedHeader((id, secret) => BasicHeaderSteps.Header(id, $"{secret}x"))
                        ),
                    ]
                ),
                rules.Passes(
                    "It asks by a grant that the server has.",
                    "unsupported_grant_type: compare the name in the form, letter by letter, with the one that the trace expects.",
                    [Rules.GrantTypePresent.Name, Rules.GrantAllowed.Name],
                    [
                        new(
                            "the grant without its last letter",
                            BasicRequest.MendedForm(form => form["grant_type"] = "client_credential")
                        ),
                        new(
                            "a grant for another kind of client",
                            BasicRequest.MendedForm(form => form["grant_type"] = "authorization_code")
                        ),
                    ]
                ),
                rules.Passes(
                    "It asks for nothing that it may not have.",
                    "The trace lists what this client may ask for. The client asks for more.",
                    [Rules.ScopeAllowed.Name],
                    [new("a scope too many", BasicRequest.MendedForm(form => form["scope"] = "read admin"))]
                ),
                rules.Accepted(
                    "It works for any client with a secret.",
                    "Use the parameters, not the lesson's own client, and leave the encoding in: these secrets need it.",
                    ..,
                    [
                        new(
                            "the encoding dropped",
                            BasicRequest.MendedHeader(
                                (id, secret) => BasicHeaderSteps.Scheme + BasicHeaderSteps.Base64($"{id}:{secret}")
                            )
                        ),
                        new(
                            "the lesson's client for all",
                            BasicRequest.MendedHeader(
                                (_, secret) => BasicHeaderSteps.Header(BasicRequest.ClientId, secret)
                            )
                        ),
                    ]
                ),
            ],
            "that each refusal names one mistake, and that the error code says where to look: the message, the credential, the grant, the scope"
        );
    }
}
