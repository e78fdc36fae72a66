using ClientAuth.Client;
using ClientAuth.Lab.Capstone;

namespace ClientAuth.Lab.Exercises.Capstone;

/// <summary>Lesson 13: mends six faults in how the clients of a company are configured, in any order.</summary>
internal static class MendedAppsExercise
{
    /// <summary>Changes the configurations.</summary>
    public static Exercise<Action<FleetApps>> Create(ExerciseContext context)
    {
        var tried = new TriedOnce<Action<FleetApps>, AppsTrial>(AppsTrial.OfAsync);
        return new(
            context,
            "The mended configurations",
            isUntouched: FaultyApps.AreUntouchedBy,
            [
                Mends(
                    tried,
                    AppFault.OrdersEncoding,
                    "orders-backend sends its secret so that the server reads the same secret.",
                    "Look at the pair inside Basic. Which of its characters mean something else in a form?",
                    [
                        "The server decodes both halves as a form is decoded (RFC 6749 §2.3.1): a plus sign becomes a space.",
                    ],
                    Mistaken("the secret as it is", apps => apps.Orders.FormEncodes = false)
                ),
                Mends(
                    tried,
                    AppFault.BillingKey,
                    "billing-backend and the server key the MAC with the same octets.",
                    "Algorithm, client and secret are the registered ones, and the signature is wrong. What else goes into an HMAC?",
                    [
                        "OpenID Connect Core §10.1 says which octets of a client_secret are the key. Lesson 02 used the same.",
                    ],
                    Mistaken("the Base64 of the secret", apps => apps.Billing.MacKey = MacKey.Base64OfText)
                ),
                Mends(
                    tried,
                    AppFault.BillingAudience,
                    "billing-backend names this server as the audience.",
                    "Compare aud in the assertion with what the server expects, character by character.",
                    [
                        "apps.Server holds what the server publishes about itself. A literal address is wrong at the next server: each run opens a new one.",
                    ],
                    Mistaken("the slash at the end", apps => apps.Billing.Audience = $"{apps.Server.Issuer}/"),
                    Mistaken("the token endpoint", apps => apps.Billing.Audience = apps.Server.TokenEndpoint),
                    Mistaken("an address from a trace", apps => apps.Billing.Audience = "https://localhost:1")
                ),
                Mends(
                    tried,
                    AppFault.InstallClock,
                    "driver-install dates its assertions by the right time.",
                    "Read iat as a time, and compare it with the time of the server. In which direction does it differ, and how far?",
                    ["The server allows ten seconds between the two clocks. No registration can change that."],
                    Mistaken("the clock left ahead", apps => apps.Install.ClockOffset = TimeSpan.FromMinutes(3)),
                    Mistaken("the clock set back too far", apps => apps.Install.ClockOffset = TimeSpan.FromMinutes(-3))
                ),
                Mends(
                    tried,
                    AppFault.GateEndpoint,
                    "depot-gate presents its certificate.",
                    "Read the end of the transcript: what does it say about the connection? And which address did the request go to?",
                    [
                        "A server may ask for certificates at other addresses than its ordinary ones. Which member of its metadata names them (RFC 8705 §5)?",
                    ],
                    Mistaken("the ordinary endpoint", apps => apps.Gate.Endpoint = apps.Server.TokenEndpoint)
                ),
                Mends(
                    tried,
                    AppFault.PhoneChallenge,
                    "The phone proves that its statement is fresh.",
                    "List the phone's requests. How many challenges did it ask for, and how many statements did it send?",
                    ["A challenge is good for one statement. What does this app keep from one start to the next?"],
                    Mistaken("the challenge kept", apps => apps.Phone.KeepsChallenge = true),
                    Mistaken(
                        "a new key for the old challenge",
                        apps => (apps.Phone.KeepsChallenge, apps.Phone.KeepsKey) = (true, false)
                    )
                ),
                new(
                    "Only settings that were at fault have changed.",
                    "This setting caused no refusal. Take the change back: the client gets its token without it.",
                    async (mend, cancellationToken) =>
                        (await tried.OfAsync(mend, cancellationToken)).NeedlesslyChanged is [var needless, ..]
                            ? new(Holds: false) { Seen = needless }
                            : RuleFinding.Kept
                )
                {
                    WrongAnswers =
                    [
                        Mistaken(
                            "the secret in the body, where no encoding is needed",
                            apps => apps.Orders.Style = SecretStyle.Body
                        ),
                        Mistaken(
                            "an assertion that is good for an hour",
                            apps => apps.Install.Lifetime = TimeSpan.FromHours(1)
                        ),
                        Mistaken("another type", apps => apps.Billing.Type = "at+jwt"),
                        Mistaken("another template", apps => apps.Scanner.TemplateClientId = FleetClients.Scanner),
                        Mistaken("a new key at each start", apps => apps.Phone.KeepsKey = false),
                        Mistaken("a scanner that attests itself", apps => apps.Scanner.UseAttestation = false),
                        Mistaken("a change that does no harm", apps => apps.Billing.Lifetime = TimeSpan.FromMinutes(4)),
                    ],
                },
            ],
            "that you find a fault from a request, its response and a trace, and that each is a fault of its own"
        )
        {
            InAnyOrder = true,
        };
    }

    private static ExerciseRule<Action<FleetApps>> Mends(
        TriedOnce<Action<FleetApps>, AppsTrial> tried,
        AppFault fault,
        string rule,
        string hint,
        IReadOnlyList<string> moreHints,
        params IReadOnlyList<WrongAnswer<Action<FleetApps>>> wrong
    ) =>
        new(
            rule,
            hint,
            async (mend, cancellationToken) =>
            {
                var trial = await tried.OfAsync(mend, cancellationToken);
                return Found(trial.Alone[fault]) with { IsUntried = !trial.Changed.Contains(fault.Client) };
            }
        )
        {
            MoreHints = moreHints,
            WrongAnswers = wrong,
        };

    private static RuleFinding Found(ClientRun run) => new SentRequest(run.Client, run.Failure).Found();

    // Everything is mended, and then one thing is not.
    private static WrongAnswer<Action<FleetApps>> Mistaken(string mistake, Action<FleetApps> change) =>
        new(
            mistake,
            apps =>
            {
                FaultyApps.Mend(apps);
                change(apps);
            }
        );
}
