using System.Security.Authentication;
using ClientAuth.Lab.Measuring;
using ClientAuth.Lab.Networks;
using ClientAuth.Lab.Testbeds;

namespace ClientAuth.Lab.Exercises.Timing;

/// <summary>Lesson 10: four ways to ask for a token behind a slow network, put in order before they are measured.</summary>
internal static class FastestFirstExercise
{
    private static readonly TimeSpan RoundTripOfTheOrder = TimeSpan.FromMilliseconds(50);

    private static readonly IReadOnlyList<ClientVariant> VariantsToOrder =
    [
        new("A", "mobile-app-secret"),
        new("B", "mobile-app-jwt-asymmetric")
        {
            Connection = ConnectionUse.Open,
            KeyTakes = TimeSpan.FromMilliseconds(20),
        },
        new("C", "mobile-app-mtls") { Protocols = SslProtocols.Tls12 },
        new("D", "mobile-app-secret") { Connection = ConnectionUse.Open, Proof = ProofUse.NonceUnknown },
    ];

    public static Exercise<string[]> Create(ExerciseContext context)
    {
        // Measured once, by the first rule that wants to know.
        var measured = new Lazy<Task<IReadOnlyList<string>>>(MeasuredOrderAsync);
        return new(
            context,
            "The fastest first",
            isUntouched: order => order.Length == 0,
            [
                new("Each of A, B, C and D is named once.", "Write four letters, the fastest first.", NamesEachOnce)
                {
                    WrongAnswers =
                    [
                        new("one left out", ["A", "B", "C"]) { Hint = "D is missing." },
                        new("one named twice", ["A", "B", "C", "C"]) { Hint = "D is missing." },
                        new("one that there is not", ["B", "D", "A", "C", "E"]),
                        new("all in one text", ["BDAC"])
                        {
                            Hint = "Write each letter as a text of its own: [\"A\", \"B\", …].",
                        },
                    ],
                },
                new(
                    "Measured, what finds an open connection is faster than what has to open one.",
                    "How many round trips pass before a new connection can carry a request?",
                    async (order, _) => StandsInOrder(order, await measured.Value, all => [.. all[..2].Order()])
                )
                {
                    MoreHints =
                    [
                        "TCP takes one round trip, and TLS 1.3 another. Neither is needed where a connection is open.",
                    ],
                    WrongAnswers =
                    [
                        new("one method taken for slow as such", ["A", "D", "C", "B"]),
                        new("asking twice taken for slower than connecting", ["A", "B", "D", "C"]),
                        new("the order of the table", ["A", "B", "C", "D"]),
                    ],
                },
                new(
                    "Measured, computing for 20 ms is faster than asking twice.",
                    "What does the server say to a first proof without its nonce, and what does the client do then?",
                    async (order, _) => StandsInOrder(order, await measured.Value, all => all[..1])
                )
                {
                    MoreHints = ["One round trip takes 50 ms. Compare that with what the key takes."],
                    WrongAnswers = [new("a slow key taken for the slowest", ["D", "B", "A", "C"])],
                },
                new(
                    "Measured, a handshake of TLS 1.3 is faster than one of TLS 1.2.",
                    "Mutual TLS adds no round trip. Which versions of TLS do A and C offer?",
                    async (order, _) => StandsInOrder(order, await measured.Value, all => all[2..])
                )
                {
                    WrongAnswers =
                    [
                        new("a certificate that costs nothing, and no look at the version", ["B", "D", "C", "A"]),
                    ],
                },
            ],
            "that on a network the round trips decide how long a request takes, not the method"
        );
    }

    private static RuleFinding NamesEachOnce(string[] order)
    {
        var named = LabelsIn(order);
        var labels = VariantsToOrder.Select(variant => variant.Label).ToList();
        if (named.Order().SequenceEqual(labels))
        {
            return RuleFinding.Kept;
        }

        var missing = labels.Except(named).ToList();
        return RuleFinding.Broken(
            "four letters",
            string.Join(", ", named),
            named.Any(name => name.Length > 1) ? "Write each letter as a text of its own: [\"A\", \"B\", …]."
                : missing is [var one] ? $"{one} is missing."
                : null
        );
    }

    private static RuleFinding StandsInOrder(
        string[] order,
        IReadOnlyList<string> measured,
        Func<string[], string[]> part
    )
    {
        var named = LabelsIn(order);
        return part(named).SequenceEqual(part([.. measured]))
            ? RuleFinding.Kept
            : new(Holds: false) { Seen = string.Join(", ", named) };
    }

    private static string[] LabelsIn(string[] order) => [.. order.Select(one => one.Trim().ToUpperInvariant())];

    private static async Task<IReadOnlyList<string>> MeasuredOrderAsync()
    {
        await using var lab = await Testbed.StartAsync(new TestbedOptions(), CancellationToken.None);
        await using var network = new SlowNetwork(RoundTripOfTheOrder, lab.Clock);
        var measured = await MeasuredRoundTrips.OfAsync(lab, network, VariantsToOrder, CancellationToken.None);
        return measured.FewestFirst;
    }
}
