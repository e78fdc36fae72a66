using ClientAuth.FailureCases.Judging;
using ClientAuth.FailureCases.Wire;

namespace ClientAuth.FailureCases.Running;

/// <summary>Sends a request as often as its case says, and finds what the server recorded of it.</summary>
/// <param name="send">Sends it once.</param>
internal sealed class RequestSender(Func<WireRequest, CancellationToken, Task<WireOutcome>> send)
{
    public async Task<IReadOnlyList<ReceivedResponse>> SendAsync(
        BuiltRequest built,
        CancellationToken cancellationToken
    )
    {
        var seenBefore = built.Server.Exchanges.Last?.Number ?? 0;
        var outcomes = built.Draft.InParallel
            ? await Task.WhenAll(
                Enumerable.Range(0, built.Draft.Attempts).Select(_ => send(built.Request, cancellationToken))
            )
            : await OneByOneAsync(built, cancellationToken);

        // The order in which parallel requests were recorded is not known; those with the same status are interchangeable.
        var recorded = built.Server.Exchanges.Snapshot().Where(exchange => exchange.Number > seenBefore).ToList();
        return
        [
            .. outcomes.Select(outcome =>
            {
                var status = (outcome as WireOutcome.Responded)?.Response.Status;
                var exchange = recorded.FirstOrDefault(exchange => exchange.Response.Status == status);
                recorded.Remove(exchange!);
                return new ReceivedResponse(outcome, exchange);
            }),
        ];
    }

    private async Task<WireOutcome[]> OneByOneAsync(BuiltRequest built, CancellationToken cancellationToken)
    {
        var outcomes = new WireOutcome[built.Draft.Attempts];
        for (var attempt = 0; attempt < outcomes.Length; attempt++)
        {
            outcomes[attempt] = await send(built.Request, cancellationToken);
        }

        return outcomes;
    }
}
