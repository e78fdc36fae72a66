namespace ClientAuth.FailureCases.Tester.Verdicts;

/// <summary>All of a run.</summary>
/// <param name="Issuer">The server that was asked.</param>
/// <param name="Started">When.</param>
/// <param name="Requests">How many requests were sent, those for the metadata among them.</param>
/// <param name="Clients">The good request of each client to the token endpoint, by which the rest is measured.</param>
/// <param name="Cases">Every case by every method, in the order of the catalogue.</param>
internal sealed record TestReport(
    string Issuer,
    DateTimeOffset Started,
    int Requests,
    IReadOnlyList<ClientCheck> Clients,
    IReadOnlyList<CaseVerdict> Cases
)
{
    public IEnumerable<CaseVerdict> Asked => Cases.Where(one => one.IsAsked);

    public IEnumerable<CaseVerdict> Failures => Cases.Where(one => one.IsFailure);

    /// <summary>Other answers where no specification settles which.</summary>
    public IEnumerable<CaseVerdict> Choices => Cases.Where(one => one.IsDifference && !one.IsFailure);

    /// <summary>Cases for which the server had no answer.</summary>
    public IEnumerable<CaseVerdict> NotAnswered => Cases.Where(one => one.Verdict == ServerVerdict.NotAnswered);

    /// <summary>Whether something was asked, every settled case held, none was left without an answer, and every client got its token.</summary>
    public bool AllHeld => Asked.Any() && !Failures.Any() && !NotAnswered.Any() && Clients.All(client => client.Works);
}

/// <summary>The good request of a client.</summary>
/// <param name="ClientId">Its identifier.</param>
/// <param name="Method">Its method.</param>
/// <param name="Works">Whether it got a token. Without one, a refusal proves nothing, and its cases are not sent.</param>
/// <param name="Got">The answer.</param>
internal sealed record ClientCheck(string ClientId, string Method, bool Works, string Got)
{
    /// <summary>Whether there was an answer: without one, its cases have no verdict.</summary>
    public bool IsAnswered { get; init; } = true;
}
