using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Endpoints;
using ClientAuth.MockServer.Exchanges;
using ClientAuth.MockServer.Reading;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.MockServer.Lab;

/// <summary>
/// What the server saw and decided, without bodies, headers and queries: any of them may hold a credential. A method or a path may be
/// one by mistake, so what looks like a secret there is cut short.
/// </summary>
internal sealed class LabExchanges(RecordedExchanges exchanges, SecretsInText secrets)
{
    public LabEndpoint Endpoint => new() { Get = Show, Delete = Forget };

    private RecordedResponse Show() =>
        JsonResponse.Of(200, [.. exchanges.Snapshot().Select(Shown)], LabJson.Default.IReadOnlyListLabExchangeResponse);

    private RecordedResponse Forget()
    {
        exchanges.Clear();
        return Show();
    }

    private LabExchangeResponse Shown(RecordedExchange exchange) =>
        new(
            exchange.Number,
            exchange.At,
            WithoutSecret(exchange.Request.Method),
            WithoutSecret(RequestTarget.Split(exchange.Request.Target).Path),
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

    // A path is decoded: an escape would take a secret apart.
    private string WithoutSecret(string sent) => Quote.Shorten(secrets.Hide(Uri.UnescapeDataString(sent)));
}
