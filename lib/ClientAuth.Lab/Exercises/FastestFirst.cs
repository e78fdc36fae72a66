using System.Security.Authentication;
using ClientAuth.Lab.Measuring;

namespace ClientAuth.Lab.Exercises;

/// <summary>Lesson 10: four ways to ask for a token behind a slow network, put in order before they are measured.</summary>
public sealed partial class LessonExercises
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

    public Exercise<string[]> FastestFirst =>
        new(
            this,
            "The fastest first",
            isUntouched: order => order.Length == 0,
            [
                new(
                    "Each of A, B, C and D is named once.",
                    "Write four letters, the fastest first.",
                    order => LabelsIn(order).Order().SequenceEqual(VariantsToOrder.Select(variant => variant.Label))
                ),
                new(
                    "What finds an open connection is faster than what has to open one.",
                    "How many round trips pass before a new connection can carry a request?",
                    order => LabelsIn(order)[..2].Order().SequenceEqual(["B", "D"])
                ),
                new(
                    "Computing for 20 ms is faster than asking twice.",
                    "What does the server say to a first proof without its nonce, and what does the client do then?",
                    order => LabelsIn(order) is ["B", ..]
                ),
                new(
                    "A handshake of TLS 1.3 is faster than one of TLS 1.2.",
                    "Mutual TLS adds no round trip. Which versions do the two offer?",
                    order => LabelsIn(order) is [.., "A", "C"]
                ),
                new(
                    "The four, measured behind a round trip of 50 ms, stand in your order.",
                    "Measure them yourself, as in the cells before.",
                    IsMeasuredAsync
                ),
            ],
            "that behind a network the round trips decide, and not the method"
        );

    private static List<string> LabelsIn(string[] order) => [.. order.Select(one => one.Trim().ToUpperInvariant())];

    private static async Task<bool> IsMeasuredAsync(string[] order, CancellationToken cancellationToken)
    {
        await using var lab = await LessonLab.OpenAsync(new LabOptions(), cancellationToken);
        var measured = await lab.MeasureRoundTripsAsync(lab.Network(RoundTripOfTheOrder), VariantsToOrder);
        return measured.FewestFirst.SequenceEqual(LabelsIn(order));
    }
}
