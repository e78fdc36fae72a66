using ClientAuth.FailureCases;
using ClientAuth.FailureCases.Reference;
using ClientAuth.FailureCases.Results;
using ClientAuth.FailureCases.Running;
using ClientAuth.Protocol.Recording;
using ClientAuth.Visuals.Gallery;

namespace ClientAuth.Lab.Gallery;

/// <summary>What a view shows of a case that was run.</summary>
/// <param name="secrets">What it must not show.</param>
internal sealed class CasesShown(IReadOnlyList<string> secrets)
{
    private readonly SecretsHidden _secrets = new(secrets);

    public ShownCase Of(CaseResult result, FailureGroup group)
    {
        var sent = Sent(result);
        return new ShownCase
        {
            Id = result.Case.Id,
            Title = result.Case.Title,
            Why = result.Case.Why,
            Method = result.Method,
            Group = new GalleryGroup(group.Name, group.Asks),
            Specification = result.Case.Specification,
            Setting = CaseSetting.Of(result.Case),
            Response = Answer(result),
            Before = Recorded(result, CaseExchange.Before),
            Sent = sent,
            Mended = Recorded(result, CaseExchange.After).LastOrDefault(exchange => IsMended(exchange, sent)),
        };
    }

    // Of several, the one that was refused.
    private RecordedExchange? Sent(CaseResult result)
    {
        var sent = Recorded(result, CaseExchange.Sent);
        return sent.FirstOrDefault(exchange => exchange.Trace.Failure is not null) ?? sent.FirstOrDefault();
    }

    private static string Answer(CaseResult result) =>
        CaseResponse.AllOf(result) is [_, ..] answers
            ? string.Join("; ", answers.Select(answer => answer.OnTheWire))
            : RecordedRun.Of(result).Outcome;

    private static bool IsMended(RecordedExchange exchange, RecordedExchange? sent) =>
        exchange.Response.Status is >= 200 and < 300
        && exchange.Trace.Failure is null
        && (sent is null || Path(exchange) == Path(sent) || exchange.Trace.Decisions is not []);

    private static string Path(RecordedExchange exchange) => exchange.Request.Target.Split('?')[0];

    private List<RecordedExchange> Recorded(CaseResult result, string label) =>
        [
            .. result
                .Exchanges.Where(exchange => exchange.Label == label)
                .Select(exchange => exchange.Recorded)
                .OfType<RecordedExchange>()
                .Select(_secrets.Of),
        ];
}
