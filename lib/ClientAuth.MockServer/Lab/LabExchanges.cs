using ClientAuth.MockServer.Endpoints;
using ClientAuth.MockServer.Exchanges;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.MockServer.Lab;

/// <summary>What the server saw and decided, without bodies, headers and queries: any of them may hold a credential.</summary>
internal static class LabExchanges
{
    public static LabEndpoint Endpoint(RecordedExchanges exchanges) =>
        new() { Get = () => Show(exchanges), Delete = () => Forget(exchanges) };

    private static RecordedResponse Show(RecordedExchanges exchanges) =>
        JsonResponse.Of(200, [.. exchanges.Snapshot().Select(Shown)], LabJson.Default.IReadOnlyListLabExchangeResponse);

    private static RecordedResponse Forget(RecordedExchanges exchanges)
    {
        exchanges.Clear();
        return Show(exchanges);
    }

    private static LabExchangeResponse Shown(RecordedExchange exchange) =>
        new(
            exchange.Number,
            exchange.At,
            exchange.Request.Method,
            exchange.Request.Target.Split('?')[0],
            exchange.Response == RecordedResponse.Nothing ? null : exchange.Response.Status,
            exchange.Tls.Version,
            exchange.Tls.ClientCertificate?.Subject,
            [
                .. exchange.Trace.Decisions.Select(line => new LabDecisionResponse(
                    line.Check,
                    JsonFields.NameOf(line.Verdict),
                    line.Expected,
                    line.Seen,
                    line.Specification
                )),
            ]
        );
}
