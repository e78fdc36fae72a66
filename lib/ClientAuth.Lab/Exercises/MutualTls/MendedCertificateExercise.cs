using ClientAuth.Credentials;
using ClientAuth.Lab.Testbeds;
using ClientAuth.MockServer.Checks;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Exercises.MutualTls;

/// <summary>Lesson 04: mends an order of client certificates of which the server names one mistake at a time.</summary>
internal static class MendedCertificateExercise
{
    private static readonly ClientMetadata OrderedFor = new()
    {
        ClientId = "some-client",
        TlsClientAuthSanDns = "some-client.lab.example",
    };

    /// <summary>From the order, and the registration of the client that it is for, to the mended order.</summary>
    public static Exercise<Func<CertificateProfile, ClientMetadata, CertificateProfile>> Create(ExerciseContext context)
    {
        var draft = BrokenCertificateOrder.Draft(OrderedFor);
        var rules = new MendingRules<Func<CertificateProfile, ClientMetadata, CertificateProfile>>(SendOrdersAsync);
        return new(
            context,
            "The mended certificate",
            isUntouched: mend => mend(draft, OrderedFor) == draft,
            [
                new(
                    "Each list of the order is there, be it empty.",
                    "`[]` says none.",
                    mend =>
                        mend(draft, OrderedFor) is { } order && BrokenCertificateOrder.NullList(order) is { } list
                            ? RuleFinding.Broken("a list", $"{list} is null")
                            : RuleFinding.Kept
                )
                {
                    WrongAnswers =
                    [
                        WrongOrder("null for no extensions", (its, _) => its with { OtherExtensions = null! }),
                        WrongOrder("null for no names", (its, _) => its with { DnsNames = null! }),
                        WrongOrder("null for no purposes", (its, _) => its with { ExtendedKeyUsages = null! }),
                    ],
                },
                rules.Passes(
                    "The server understands all that the certificate says.",
                    "Critical means: refuse the certificate if you do not understand this. Which member of the profile holds further extensions?",
                    [Rules.CertificateExtensions.Name],
                    [
                        WrongOrder(
                            "the extension is still there",
                            (its, _) =>
                                its with
                                {
                                    OtherExtensions = BrokenCertificateOrder.Draft(OrderedFor).OtherExtensions,
                                }
                        ),
                    ],
                    "with { OtherExtensions = [] } leaves them out. No client needs that one."
                ),
                rules.Passes(
                    "It is good now.",
                    "The log says from when to when the certificate is good, and which time the server has. StartsIn and EndsIn count from now.",
                    [Rules.CertificateValidity.Name],
                    [
                        WrongOrder("it starts in an hour", (its, _) => its with { StartsIn = TimeSpan.FromHours(1) }),
                        WrongOrder(
                            "it has ended",
                            (its, _) => its with { StartsIn = TimeSpan.FromHours(-2), EndsIn = TimeSpan.FromHours(-1) }
                        ),
                    ],
                    "Clocks differ, so a certificate should start a few minutes ago: a negative StartsIn."
                ),
                rules.Passes(
                    "Its key may authenticate a client.",
                    "The order was copied from that of a web server. The certificate that you made yourself, at the top of the lesson, has the other purpose, by its number.",
                    [Rules.CertificateUsage.Name],
                    [
                        WrongOrder(
                            "made for a server",
                            (its, _) => its with { ExtendedKeyUsages = [ExtendedKeyUsages.ServerAuthentication] }
                        ),
                        WrongOrder("an authority of its own", (its, _) => its with { IsAuthority = true }),
                    ],
                    "ExtendedKeyUsages holds numbers as texts. The server's purpose ends in 3.1, the client's in 3.2."
                ),
                rules.Passes(
                    "It has the registered name, in the place where the registration looks.",
                    "This client is not registered by its subject. The second parameter is the registration: which tls_client_auth member has a value?",
                    [Rules.CertificateSubject.Name, Rules.CertificateSan.Name],
                    [
                        WrongOrder(
                            "a wildcard, as of a web server",
                            (its, _) => its with { DnsNames = ["*.lab.example"] }
                        ),
                        WrongOrder("the name in the subject alone", (its, _) => its with { DnsNames = [] }),
                        WrongOrder("the client_id as DNS name", (its, of) => its with { DnsNames = [of.ClientId] }),
                    ],
                    "The registered name is TlsClientAuthSanDns, and DnsNames is where a certificate has such names. A name of a client has no wildcard."
                ),
                new(
                    "It is good for this client, and for nothing else.",
                    "A certificate that names more, or may do more, is worth more to a thief. Replace what was wrong; do not add to it.",
                    mend => FindMore(mend(draft, OrderedFor))
                )
                {
                    WrongAnswers =
                    [
                        WrongOrder(
                            "the wildcard beside the name",
                            (its, _) => its with { DnsNames = ["*.lab.example", .. its.DnsNames] }
                        ),
                        WrongOrder(
                            "a purpose beside the other",
                            (its, _) =>
                                its with
                                {
                                    ExtendedKeyUsages =
                                    [
                                        ExtendedKeyUsages.ServerAuthentication,
                                        ExtendedKeyUsages.ClientAuthentication,
                                    ],
                                }
                        ),
                        WrongOrder("no purpose, so any", (its, _) => its with { ExtendedKeyUsages = [] }),
                    ],
                },
                rules.Accepted(
                    "The server issues a token to this client, and to another as well.",
                    "Each client has a name of its own. Take it from the registration, not from the log. And change only what a refusal asks for.",
                    ..,
                    [
                        WrongOrder(
                            "a name copied from the log",
                            (its, of) =>
                                its with
                                {
                                    DnsNames =
                                    [
                                        of.ClientId == OrderedFor.ClientId
                                            ? of.TlsClientAuthSanDns!
                                            : "mobile-app-mtls-san.lab.example",
                                    ],
                                }
                        ),
                    ]
                ),
            ],
            "that a refusal's line in the log names what to change in a certificate, one thing at a time"
        );
    }

    private static RuleFinding FindMore(CertificateProfile ordered)
    {
        var names = ordered.DnsNames.Concat(ordered.Emails).Concat(ordered.Uris.Select(uri => $"{uri}")).ToList();
        return names.Count != 1 ? RuleFinding.Broken("one name", string.Join(", ", names))
            : ordered.ExtendedKeyUsages is not [ExtendedKeyUsages.ClientAuthentication]
                ? RuleFinding.Broken(
                    $"one purpose, {ExtendedKeyUsages.ClientAuthentication}",
                    ordered.ExtendedKeyUsages is []
                        ? "none, which means any"
                        : string.Join(", ", ordered.ExtendedKeyUsages)
                )
            : RuleFinding.Kept;
    }

    // For the client of the lesson and, where that gets a token, for one that has another name.
    private static async Task<IReadOnlyList<SentRequest>> SendOrdersAsync(
        Func<CertificateProfile, ClientMetadata, CertificateProfile> mend,
        CancellationToken cancellationToken
    )
    {
        await using var lab = await Testbed.StartAsync(new TestbedOptions(), cancellationToken);
        var first = await SendOrderAsync(lab, BrokenCertificateOrder.ClientId, mend, cancellationToken);
        if (first.Failure is not null)
        {
            return [first];
        }

        var anotherId = $"client-{Guid.NewGuid():N}";
        await using var another = await Testbed.StartAsync(
            new ClientMetadata
            {
                ClientId = anotherId,
                TokenEndpointAuthMethod = TokenEndpointAuthMethods.TlsClientAuth,
                TlsClientAuthSanDns = $"{anotherId}.lab.example",
            }
        );
        return [first, await SendOrderAsync(another, anotherId, mend, cancellationToken)];
    }

    private static async Task<SentRequest> SendOrderAsync(
        Testbed lab,
        string clientId,
        Func<CertificateProfile, ClientMetadata, CertificateProfile> mend,
        CancellationToken cancellationToken
    )
    {
        var exchange = await BrokenCertificateOrder.SendAsync(lab, clientId, mend, cancellationToken);
        return new($"client '{clientId}'", exchange.Trace.Failure);
    }

    // Right but for one thing.
    private static WrongAnswer<Func<CertificateProfile, ClientMetadata, CertificateProfile>> WrongOrder(
        string mistake,
        Func<CertificateProfile, ClientMetadata, CertificateProfile> spoil
    ) =>
        new(
            mistake,
            (its, registration) =>
                spoil(
                    its with
                    {
                        OtherExtensions = [],
                        StartsIn = TimeSpan.FromMinutes(-5),
                        ExtendedKeyUsages = [ExtendedKeyUsages.ClientAuthentication],
                        DnsNames = [registration.TlsClientAuthSanDns!],
                    },
                    registration
                )
        );
}
