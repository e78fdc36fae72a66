using ClientAuth.Lab.Capstone;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Exercises.Capstone;

/// <summary>Lesson 13: mends four faults in what a server has registered of the clients of a company, in any order.</summary>
internal static class MendedRegistrationsExercise
{
    /// <summary>Changes the registrations.</summary>
    public static Exercise<Action<FleetRegistrations>> Create(ExerciseContext context)
    {
        var tried = new TriedOnce<Action<FleetRegistrations>, FleetTrial>(
            (mend, cancellationToken) => FleetTrial.OfAsync(FaultyApps.Mend, mend, cancellationToken)
        );
        return new(
            context,
            "The mended registrations",
            isUntouched: FaultyRegistrations.AreUntouchedBy,
            [
                KeepsItsStrength,
                Gets(
                    tried,
                    FleetClients.Orders,
                    "orders-backend may use the grant that it asks for.",
                    "Read the error code: does the server doubt who asks, or what is asked for (RFC 6749 §5.2)?",
                    [
                        "Compare grant_type in the request with what the trace expects. Whose registration has that grant?",
                    ],
                    Wrong(
                        "the grant of a login",
                        its => its.Orders = its.Orders with { GrantTypes = [GrantTypes.AuthorizationCode] }
                    )
                ),
                Gets(
                    tried,
                    FleetClients.Install,
                    "The registered key is the one that driver-install signs with.",
                    "Compare kid in the assertion's header with the kid that the server looked for among its keys.",
                    ["The install has sent its present public key to the operator: server.KeysOfInstall."],
                    Wrong(
                        "another company's key",
                        its =>
                            its.Install = its.Install with
                            {
                                Jwks = TemporaryKey.Use(key => new JwkSet { Keys = [Jwk.FromPublicKey(key)] }),
                            }
                    )
                ),
                Gets(
                    tried,
                    FleetClients.Gate,
                    "The registered subject is that of the certificate that depot-gate presents.",
                    "The trace has both names, the expected one and the one that it saw. Which of the two is out of date?",
                    [
                        "Each part of the name counts (RFC 4514). Once you know that the certificate is this client's, copy the name that it has.",
                    ],
                    Wrong(
                        "the name without the company",
                        its => its.Gate = its.Gate with { TlsClientAuthSubjectDn = "CN=depot-gate" }
                    ),
                    Wrong(
                        "the name of another client",
                        its => its.Gate = its.Gate with { TlsClientAuthSubjectDn = "CN=orders-backend" }
                    )
                ),
                Gets(
                    tried,
                    FleetClients.Scanner,
                    "The scanner's main client opens its template.",
                    "The scanner sent several requests. Which one was refused, and in whose name was its token issued?",
                    ["A template says which client opens it: AuthenticateClientBy."],
                    Wrong(
                        "the app that attests itself",
                        its =>
                            its.ScannerTemplate = its.ScannerTemplate with { AuthenticateClientBy = FleetClients.Phone }
                    )
                ),
            ],
            "that a registration is mended without making it weaker"
        )
        {
            InAnyOrder = true,
        };
    }

    // One rule for all kinds: its name must not say which registration is at fault.
    private static ExerciseRule<Action<FleetRegistrations>> KeepsItsStrength =>
        new(
            "Only what is at fault has changed, and nothing allows more than it should.",
            Weakening.Else,
            mend =>
                FaultyRegistrations.After(mend, Weakening.Of) is { } weakening
                    ? RuleFinding.Broken(weakening.Expected, weakening.Seen, weakening.Hint)
                    : RuleFinding.Kept
        )
        {
            WrongAnswers =
            [
                Wrong(
                    "the gate needs no proof",
                    its => its.Gate = its.Gate with { TokenEndpointAuthMethod = "none" }
                ) with
                {
                    Hint = Weakening.NoProof,
                },
                Wrong(
                    "a secret for the install",
                    its => its.Install = its.Install with { TokenEndpointAuthMethod = "client_secret_basic" }
                ) with
                {
                    Hint = Weakening.OtherMethod,
                },
                new WrongAnswer<Action<FleetRegistrations>>(
                    "the old key beside the new one",
                    its =>
                    {
                        var old = its.Install.Jwks!.Keys;
                        FaultyRegistrations.Mend(its);
                        var both = new JwkSet { Keys = [.. old, .. its.KeysOfInstall.Keys] };
                        its.Install = its.Install with { Jwks = both };
                    }
                )
                {
                    Hint = Weakening.OtherKeys,
                },
                Wrong(
                    "all grants, to be safe",
                    its =>
                        its.Orders = its.Orders with
                        {
                            GrantTypes = [GrantTypes.ClientCredentials, GrantTypes.TokenExchange],
                        }
                ) with
                {
                    Hint = Weakening.OtherGrants,
                },
                Wrong("no grants named", its => its.Orders = its.Orders with { GrantTypes = null }) with
                {
                    Hint = Weakening.OtherGrants,
                },
                Wrong(
                    "the device may choose its scope",
                    its =>
                        its.ScannerTemplate = its.ScannerTemplate with
                        {
                            SetByDevice = ["client_name", "jwks", "scope"],
                        }
                ) with
                {
                    Hint = Weakening.WiderTemplate,
                },
                Wrong("a wider scope", its => its.Orders = its.Orders with { Scope = "read write dcr" }),
                Wrong("any algorithm", its => its.Billing = its.Billing with { TokenEndpointAuthSigningAlg = null }),
            ],
        };

    private static ExerciseRule<Action<FleetRegistrations>> Gets(
        TriedOnce<Action<FleetRegistrations>, FleetTrial> tried,
        string client,
        string rule,
        string hint,
        IReadOnlyList<string> moreHints,
        params IReadOnlyList<WrongAnswer<Action<FleetRegistrations>>> wrong
    ) =>
        new(
            rule,
            hint,
            async (mend, cancellationToken) =>
            {
                try
                {
                    var trial = await tried.OfAsync(mend, cancellationToken);
                    var run = trial.Alone.Single(one => one.Client == client);
                    return new SentRequest(run.Client, run.Failure).Found() with
                    {
                        IsUntried = !trial.Changed.Contains(client),
                    };
                }
                catch (ArgumentException problem)
                {
                    // An operator's console would not have saved it either.
                    return RuleFinding.Broken("registrations that the server accepts", problem.Message) with
                    {
                        IsUntried = !problem.Message.Contains(client, StringComparison.Ordinal),
                    };
                }
            }
        )
        {
            MoreHints = moreHints,
            WrongAnswers = wrong,
        };

    private static WrongAnswer<Action<FleetRegistrations>> Wrong(string mistake, Action<FleetRegistrations> change) =>
        new(
            mistake,
            registrations =>
            {
                FaultyRegistrations.Mend(registrations);
                change(registrations);
            }
        );
}
