using ClientAuth.Protocol.Recording;
using ClientAuth.Protocol.Tls;
using static ClientAuth.Lab.Exercises.Handshakes.MonitorMistakes;

namespace ClientAuth.Lab.Exercises.Handshakes;

/// <summary>Lesson 15: mends a monitor that reports of each handshake on the way what became of the client's certificate.</summary>
internal static partial class MendedMonitorExercise
{
    private const int RandomHandshakes = 10;
    private const string NewestOfAll = "TLS 1.3";

    private static readonly string[] Reports = ["sent", "none", "not asked", "resumed", "refused", "hidden"];

    private static readonly Func<TlsTranscript>[] Drafts =
    [
        DraftedHandshake.Mutual,
        DraftedHandshake.AskedInVain,
        DraftedHandshake.NotAsked,
        DraftedHandshake.Resumed12,
        DraftedHandshake.Resumed13,
        DraftedHandshake.RefusedByClient,
        DraftedHandshake.RefusedByServer,
        DraftedHandshake.NoVersion,
        DraftedHandshake.Encrypted,
    ];

    public static Exercise<Func<TlsTranscript, string>> Create(ExerciseContext context) =>
        new(
            context,
            "The mended monitor",
            isUntouched: report =>
                Drafts.Select(draft => draft()).All(it => Judged(report, it, said => said == OfTheTeam(it)).Holds),
            [
                new(
                    "Every report is one of the six words.",
                    $"Use {string.Join(", ", Reports)}.",
                    report =>
                        Drafts
                            .Select(draft => Judged(report, draft(), FindWord))
                            .FirstOrDefault(finding => !finding.Holds)
                        ?? RuleFinding.Kept
                )
                {
                    WrongAnswers =
                    [
                        new("a word of one's own", _ => "yes"),
                        new("no word where nothing fits", it => it.IsResumed ? "" : Right(it)),
                        new(
                            "an exception for what the client does not send",
                            it => it.IsResumed ? throw new InvalidOperationException("no certificate") : Right(it)
                        )
                        {
                            Hint = "The code threw InvalidOperationException: no certificate",
                        },
                        new("a capital letter", it => Right(it) == "sent" ? "Sent" : Right(it)) { Hint = OnlyTheWord },
                    ],
                },
                Reads(
                    "A server that does not ask gets no certificate, whatever it sends itself.",
                    "Both sides send a message of this name. Each message has a Sender. And which message of the server asks?",
                    "not asked",
                    [DraftedHandshake.NotAsked],
                    [
                        new("sent: a constant", _ => "sent"),
                        new(
                            "the server's certificate for the client's",
                            it => Has(it, "Certificate") ? "sent" : "hidden"
                        ),
                        new("asked, whoever is silent", Instead("not asked", "none")),
                    ]
                ),
                Reads(
                    "A certificate that the client sent is reported.",
                    "The client's Certificate message is there, and it is not empty.",
                    "sent",
                    [DraftedHandshake.Mutual],
                    [
                        new("not asked: a constant", _ => "not asked"),
                        new("hidden, since Finished is encrypted", Instead("sent", "hidden")),
                        new("none, although it is there", Instead("sent", "none")),
                    ]
                ),
                Reads(
                    "A client that was asked and has none is told from one that sends one.",
                    "The client sends a Certificate message in both cases. How many bytes has a list with nothing in it?",
                    "none",
                    [DraftedHandshake.AskedInVain],
                    [
                        new("an empty list for a certificate", Instead("none", "sent")),
                        new("no certificate, so not asked", Instead("none", "not asked")),
                    ]
                ),
                Reads(
                    "A resumed session of TLS 1.2 is named.",
                    "Nobody sends a certificate there, the server neither. The transcript has a property for it.",
                    "resumed",
                    [DraftedHandshake.Resumed12],
                    [new("resumed for not asked", Instead("resumed", "not asked"))]
                ),
                Reads(
                    "A handshake that a side gave up is named, whatever was sent before.",
                    "A record of type 21 is a message of the name Alert. Look for it first: it may come before a certificate, behind one, or instead of the server's hello.",
                    "refused",
                    [DraftedHandshake.RefusedByClient, DraftedHandshake.RefusedByServer, DraftedHandshake.NoVersion],
                    [
                        new("no look at alerts", WithoutAlerts),
                        new(
                            "the client's alerts alone",
                            it =>
                                it.Messages.Any(one => one is { Name: "Alert", Sender: Participant.Client })
                                    ? "refused"
                                    : WithoutAlerts(it)
                        ),
                        new(
                            "alerts only where no certificate was sent",
                            it => IsSent(it) ? WithoutAlerts(it) : Right(it)
                        ),
                        new("alerts only behind the server's hello", it => it.Version is null ? "hidden" : Right(it)),
                    ]
                ),
                Reads(
                    "In TLS 1.3 it cannot be read, and the monitor says so.",
                    "The transcript knows the Version. Whatever follows the hellos is encrypted there, the server's request for a certificate too.",
                    "hidden",
                    [DraftedHandshake.Encrypted],
                    [
                        new("no request, so not asked", Instead("hidden", "not asked")),
                        new("a long flight for a certificate", Instead("hidden", "sent")),
                    ]
                ),
                Reads(
                    "A resumed session of TLS 1.3 is named, too.",
                    "That the server takes up a session stands in its hello, which is not encrypted. So ask for that before the version.",
                    "resumed",
                    [DraftedHandshake.Resumed13],
                    [new("the version before the session", it => it.Version == NewestOfAll ? "hidden" : Right(it))]
                ),
                new(
                    "Real handshakes of the lab are read as well.",
                    "Behind the handshake the request follows, encrypted, in TLS 1.2 as well. What says that the certificate cannot be read?",
                    ReadsRealHandshakesAsync
                )
                {
                    WrongAnswers =
                    [
                        new(
                            "hidden, wherever a record cannot be read",
                            it => Has(it, "encrypted record") && !it.IsResumed ? "hidden" : Right(it)
                        ),
                    ],
                },
            ],
            "that a handshake tells what became of a certificate by who sent which message, and what an observer can no longer know"
        );
}
