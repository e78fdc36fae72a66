namespace ClientAuth.MockServer.Tests.Differential.Plans;

/// <summary>How a chain is made, sent and judged.</summary>
/// <param name="Certificates">From the root to the client's own.</param>
/// <param name="Others">Further authorities at a height, with the name and the key of the one that is there.</param>
/// <param name="Sent">What is done to the list of what is sent, in order.</param>
/// <param name="Anchors">Who is trusted.</param>
/// <param name="Draw">From 0 to 999, to choose samples by.</param>
internal sealed record ChainPlan(
    IReadOnlyList<CertificatePlan> Certificates,
    IReadOnlyList<(int Height, CertificatePlan Plan)> Others,
    IReadOnlyList<SendingEdit> Sent,
    AnchorChoice Anchors,
    int Draw
)
{
    /// <summary>The same with one difference less, for each of its differences.</summary>
    public IEnumerable<ChainPlan> Simpler() =>
        [
            .. Others.Select((_, at) => this with { Others = [.. Others.Where((_, other) => other != at)] }),
            .. Sent.Select((_, at) => this with { Sent = [.. Sent.Where((_, other) => other != at)] }),
            .. from at in Enumerable.Range(0, Certificates.Count)
            from simpler in Certificates[at].Simpler()
            select this with
            {
                Certificates = [.. Certificates.Select((plan, other) => other == at ? simpler : plan)],
            },
            .. from at in Enumerable.Range(0, Others.Count)
            from simpler in Others[at].Plan.Simpler()
            select this with
            {
                Others = [.. Others.Select((one, other) => other == at ? (one.Height, simpler) : one)],
            },
            .. Anchors is AnchorChoice.Root ? Array.Empty<ChainPlan>() : [this with { Anchors = AnchorChoice.Root }],
        ];

    public override string ToString() =>
        string.Join(
            '\n',
            [
                .. Certificates.Select((plan, height) => $"height {height}: {plan}"),
                .. Others.Select(other => $"also at height {other.Height}: {other.Plan}"),
                $"sent: {(Sent is [] ? "in order" : string.Join(", ", Sent))}; trusted: {Anchors}",
            ]
        );
}

/// <summary>Who is trusted.</summary>
internal enum AnchorChoice
{
    Root,
    FirstIntermediate,
    RootAndNamesake,
    Namesake,
    Leaf,
}

/// <summary>What is done to the list of certificates that is sent.</summary>
internal enum SendingEdit
{
    Reverse,
    DropFirst,
    DropLast,
    DoubleFirst,
    AddRoot,
    AddLeaf,
    AddNamesakeOfRoot,
}
