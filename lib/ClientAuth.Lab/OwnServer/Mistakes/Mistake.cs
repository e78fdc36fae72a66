using ClientAuth.Lab.OwnServer.Probing;
using ClientAuth.Visuals;

namespace ClientAuth.Lab.OwnServer.Mistakes;

/// <summary>One of the twenty mistakes that people make most often, as they were counted in public threads.</summary>
/// <param name="Row">Its place, the most frequent first.</param>
/// <param name="Title">What was done, in a few words.</param>
internal abstract record Mistake(int Row, string Title);

/// <summary>A mistake that one request can show.</summary>
/// <param name="Row">Its place.</param>
/// <param name="Title">What was done.</param>
/// <param name="Methods">Which clients can make it, the most telling first.</param>
/// <param name="Otherwise">What it means where a server does not answer as it should.</param>
/// <param name="Make">Makes the request out of a good one.</param>
internal sealed record AskedMistake(
    int Row,
    string Title,
    IReadOnlyList<string> Methods,
    string Otherwise,
    Func<GoodRequest, ProbeRequest> Make
) : Mistake(Row, Title)
{
    /// <summary>Whether a token is the right answer: the request is good, and a server that makes the mistake itself refuses it.</summary>
    public bool WantsToken { get; init; }

    /// <summary>The first of these clients that can make it; null where none can.</summary>
    public ProbedClient? ClientOf(IEnumerable<ProbedClient> clients) =>
        Methods
            .Select(method => clients.FirstOrDefault(client => client.MethodName == method))
            .FirstOrDefault(one => one is not null);

    /// <summary>What an answer says about the server: a finding is one that makes the mistake itself, or lets it pass.</summary>
    public MistakeVerdict VerdictOn(ProbeResponse response) =>
        response switch
        {
            ProbeResponse.NotAsked => MistakeVerdict.NotAsked,
            // A server that is busy or broken has not judged the request, and one that cannot be reached has not seen it.
            ProbeResponse.NoResponse or ProbeResponse.Refused { Status: >= 500 or 429 } => MistakeVerdict.Undecided,
            _ => (response is ProbeResponse.Issued) == WantsToken ? MistakeVerdict.AsItShould : MistakeVerdict.Finding,
        };
}

/// <summary>A mistake about which a request can tell nothing.</summary>
/// <param name="Row">Its place.</param>
/// <param name="Title">What was done.</param>
/// <param name="Why">Why a foreign server cannot be asked.</param>
internal sealed record UnaskedMistake(int Row, string Title, string Why) : Mistake(Row, Title);
