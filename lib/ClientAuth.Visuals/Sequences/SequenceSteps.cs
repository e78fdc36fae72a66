using ClientAuth.Protocol.Recording;

namespace ClientAuth.Visuals.Sequences;

/// <summary>Recorded exchanges taken apart into steps, in the order in which they happened.</summary>
internal static class SequenceSteps
{
    /// <summary>By time, where every exchange has one; else one exchange after the other, and without what was done beside them.</summary>
    public static IReadOnlyList<SequenceStep> Of(
        IReadOnlyList<RecordedExchange> exchanges,
        IReadOnlyList<RecordedWork> works
    )
    {
        var isMeasured = exchanges.All(exchange => exchange is { Started: not null, Answered: not null });
        var steps = exchanges.SelectMany(Steps).ToList();
        return Numbered(
            isMeasured
                ? FromTheFirst([.. steps.Concat(works.Select(Work)).OrderBy(step => step.At)])
                : steps.Select(step => step with { At = null })
        );
    }

    private static IEnumerable<SequenceStep> Steps(RecordedExchange exchange)
    {
        var (from, to) = (exchange.Sender, exchange.Receiver);
        if (Phase(exchange, PhaseNames.Handshake) is { } handshake)
        {
            yield return new SequenceStep(
                StepKind.Handshake,
                from,
                to,
                StepWords.Handshake(exchange.Tls),
                StepWords.Certificate(exchange.Tls)
            )
            {
                At = handshake.Started ?? exchange.Started,
                Duration = handshake.Duration,
                Exchange = exchange,
            };
        }

        yield return new SequenceStep(
            StepKind.Request,
            from,
            to,
            StepWords.Headline(exchange.Request),
            MessageParts.Of(exchange.Request)
        )
        {
            At = exchange.Started,
            Exchange = exchange,
        };
        if (StepWords.Checks(exchange.Trace) is { } checks)
        {
            var phase = Phase(exchange, PhaseNames.Authenticate);
            yield return new SequenceStep(StepKind.Note, to, to, checks, StepWords.BeforeTheFailure(exchange.Trace))
            {
                // They are done when they end; what the server asks of others meanwhile comes before.
                At = phase is { Started: { } started } ? started + phase.Duration : exchange.Answered,
                Duration = phase?.Duration,
                IsRefused = exchange.Trace.Failure is not null,
                Exchange = exchange,
            };
        }

        yield return new SequenceStep(
            StepKind.Response,
            to,
            from,
            StepWords.Headline(exchange.Response),
            MessageParts.Of(exchange.Response)
        )
        {
            At = exchange.Answered,
            IsRefused = exchange.Response.Status is 0 or >= 400,
            Exchange = exchange,
        };
    }

    private static SequenceStep Work(RecordedWork work) =>
        new(StepKind.Note, work.By, work.By, StepWords.Shown(work.Did), [])
        {
            At = work.Started,
            Duration = work.Duration,
        };

    private static RecordedPhase? Phase(RecordedExchange exchange, string name) =>
        exchange.Phases.FirstOrDefault(phase => phase.Name == name);

    private static IEnumerable<SequenceStep> FromTheFirst(IReadOnlyList<SequenceStep> steps) =>
        steps.Select(step => step with { At = step.At - steps[0].At });

    private static IReadOnlyList<SequenceStep> Numbered(IEnumerable<SequenceStep> steps)
    {
        var number = 0;
        return [.. steps.Select(step => step.Kind == StepKind.Note ? step : step with { Number = ++number })];
    }
}
