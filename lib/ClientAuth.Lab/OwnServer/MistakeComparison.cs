using ClientAuth.Lab.OwnServer.Mistakes;
using ClientAuth.Lab.OwnServer.Probing;
using ClientAuth.Lab.Testbeds;
using ClientAuth.Visuals;
using ClientAuth.Visuals.Charts;

namespace ClientAuth.Lab.OwnServer;

/// <summary>The mistakes that a request can show, sent to two servers by clients of the same method, and what both answered.</summary>
public sealed class MistakeComparison
{
    private readonly IReadOnlyList<CheckedRequest> _checked;

    private MistakeComparison(IReadOnlyList<ComparedMistake> rows, IReadOnlyList<CheckedRequest> checkedByLab)
    {
        Rows = rows;
        _checked = checkedByLab;
    }

    public IReadOnlyList<ComparedMistake> Rows { get; }

    /// <summary>Rows of the twenty in which the learner's server does not answer as it should.</summary>
    public IReadOnlyList<int> Findings =>
        [.. Rows.Where(row => row.Verdict == MistakeVerdict.Finding).Select(row => row.Row)];

    /// <param name="ask">Sends a mistake to the server that is compared, and says by which method; null where it was not sent.</param>
    /// <param name="lab">Whose server is the other one.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    internal static async Task<MistakeComparison> RunAsync(
        Func<AskedMistake, Task<(ProbeResponse Answer, string? Method)>> ask,
        Testbed lab,
        CancellationToken cancellationToken
    )
    {
        using var labs = ProbedServer.Of(lab);
        List<ComparedMistake> rows = [];
        List<CheckedRequest> checkedByLab = [];
        foreach (var mistake in CommonMistakes.Asked)
        {
            var (response, method) = await ask(mistake);
            var client =
                labs.Clients.FirstOrDefault(one => one.MethodName == method) ?? mistake.ClientOf(labs.Clients)!;
            var responseOfLab = await labs.AskAsync(client, mistake.Make, cancellationToken);
            checkedByLab.Add(new CheckedRequest($"{mistake.Row} {mistake.Title}", lab.LastExchange));
            rows.Add(
                new(
                    mistake.Row,
                    mistake.Title,
                    response,
                    responseOfLab,
                    mistake.VerdictOn(response),
                    Meaning(mistake, response, responseOfLab)
                )
            );
        }

        return new MistakeComparison(rows, checkedByLab);
    }

    /// <summary>The table: mistake, the learner's server, the lab's, and what that means.</summary>
    /// <param name="judged">What to call the server that is judged.</param>
    public MistakeComparisonView View(string judged = "Your server") =>
        new(
            [
                .. Rows.Select(row => new MistakeRow(
                    row.Row,
                    row.Title,
                    row.Yours.ToString(),
                    row.Labs.ToString(),
                    row.Meaning,
                    row.Verdict
                )),
            ],
            [.. CommonMistakes.All.OfType<UnaskedMistake>().Select(one => (one.Row, one.Title, one.Why))]
        )
        {
            Judged = judged,
        };

    /// <summary>Which check of the lab's server decided about each, as only its own log knows.</summary>
    public FailingChecksChart ChecksOfTheLab() => new(_checked);

    private static string Meaning(AskedMistake mistake, ProbeResponse yours, ProbeResponse labs) =>
        yours switch
        {
            ProbeResponse.NotAsked { Why: var why } => why,
            ProbeResponse.NoResponse { Why: var why } => $"refused before HTTP, or not reached: {why}",
            ProbeResponse.Refused { Status: 429 } => "the server answered 429, too many requests: nothing more is sent",
            _ when mistake.VerdictOn(yours) is MistakeVerdict.Undecided =>
                "the server failed, and did not judge the request",
            _ when mistake.VerdictOn(yours) is MistakeVerdict.Finding => mistake.Otherwise,
            ProbeResponse.Refused { Says: { } says } when yours.ToString() != labs.ToString() =>
                $"refused as well. The server says: {says}",
            ProbeResponse.Refused when yours.ToString() != labs.ToString() => "refused as well, with another error",
            ProbeResponse.Issued => "the server decodes both, as RFC 6749 §2.3.1 asks",
            _ => "the same",
        };
}

/// <summary>What two servers answered to one mistake.</summary>
/// <param name="Row">Its place among the twenty.</param>
/// <param name="Title">What was done.</param>
/// <param name="Yours">What the learner's server answered.</param>
/// <param name="Labs">What the lab's answered.</param>
/// <param name="Verdict">Whether the learner's server answered as it should.</param>
/// <param name="Meaning">What the learner may conclude.</param>
public sealed record ComparedMistake(
    int Row,
    string Title,
    ProbeResponse Yours,
    ProbeResponse Labs,
    MistakeVerdict Verdict,
    string Meaning
);
