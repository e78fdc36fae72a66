using System.Diagnostics;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Endpoints;
using ClientAuth.MockServer.Faults;
using ClientAuth.MockServer.Reading;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;
using Microsoft.AspNetCore.Http;

namespace ClientAuth.MockServer.Hosting;

/// <summary>One exchange from end to end: read, answer, record, send. Recorded before it is sent, so that a client that has its answer finds it.</summary>
internal sealed class ExchangeHandler(
    EndpointTable endpoints,
    CertificateSource certificates,
    RecordedExchanges exchanges,
    FaultScript faults,
    AuthorizationServerOptions options
)
{
    // Colon and space behind the name, and the end of the line.
    private const int SeparatorsOfAHeader = 4;

    // Of a header that was too long to be read, in characters: a thousand such requests are kept.
    private const int KeptOfAHeader = 256;

    public async Task HandleAsync(HttpContext context)
    {
        var arrived = Stopwatch.GetElapsedTime(0);
        var trail = new Trail(options.SwitchedOffCheck);
        var phases = new PhaseTimes();
        if (context.Features.Get<ConnectionFacts>()?.TakeHandshake() is { } handshake)
        {
            phases.Add(handshake);
        }

        var incoming = RequestReader.ReadHead(context);
        Delivery delivery;
        try
        {
            var started = Stopwatch.GetTimestamp();
            (incoming, var length) = await RequestReader.ReadBodyAsync(
                incoming,
                context,
                options.MaximumRequestBodySize
            );
            phases.AddSince(PhaseNames.ReadRequest, started);
            delivery =
                CheckHeaders(incoming, trail)
                && CheckBody(length, trail)
                && certificates.Find(incoming, trail) is { } request
                    ? await AnswerAsync(Call(request, trail, phases), context.RequestAborted)
                    : Malformed(trail.Broken!.Status);
        }
        catch (BadHttpRequestException e)
        {
            trail.Check(Rules.Body, false, Whole, "a body that breaks off");
            delivery = Malformed(e.StatusCode);
        }
        catch (Exception e) when (!context.RequestAborted.IsCancellationRequested)
        {
            // The type alone: a message may quote what the client sent.
            trail.Check(Rules.ServerFailure, false, "no failure of the server itself", e.GetType().Name);
            delivery = new Delivery(JsonAnswer.Error(500, OAuthErrors.ServerError, "the server failed").Unstored());
        }

        Record(arrived, incoming, delivery.Response, trail, phases);
        await AnswerSender.SendAsync(context, delivery);
    }

    private async Task<Delivery> AnswerAsync(EndpointCall call, CancellationToken clientGone) =>
        faults.Take(FaultPoints.At(call.Incoming.Path)) is { } fault
            ? await fault.StrikeAsync(new FaultedCall(call, endpoints, faults.Waits, clientGone))
            : new Delivery(await endpoints.AnswerAsync(call, clientGone));

    private EndpointCall Call(IncomingRequest incoming, Trail trail, PhaseTimes phases) =>
        new(incoming, trail, phases) { ProofAlgorithms = options.ProofAlgorithms };

    private bool CheckHeaders(IncomingRequest incoming, Trail trail)
    {
        var size = incoming.Http.Headers.Sum(header => header.Name.Length + header.Value.Length + SeparatorsOfAHeader);
        return size <= options.MaximumRequestHeadersSize
            || trail.Check(
                Rules.Headers,
                false,
                $"headers of at most {options.MaximumRequestHeadersSize} bytes",
                $"{size} bytes"
            );
    }

    // What fits goes without a line: most endpoints have no body to judge.
    private bool CheckBody(long length, Trail trail) =>
        length <= options.MaximumRequestBodySize || trail.Check(Rules.Body, false, Whole, $"{length} bytes");

    private string Whole => $"a whole body of at most {options.MaximumRequestBodySize} bytes";

    private static Delivery Malformed(int status) =>
        new(JsonAnswer.Error(status, OAuthErrors.InvalidRequest, "the request is malformed").Unstored());

    private static RecordedRequest Shortened(RecordedRequest request) =>
        request with
        {
            Headers =
            [
                .. request.Headers.Select(header =>
                    header.Value.Length <= KeptOfAHeader
                        ? header
                        : header with
                        {
                            Value = header.Value[..KeptOfAHeader] + "…",
                        }
                ),
            ],
        };

    private void Record(
        TimeSpan arrived,
        IncomingRequest incoming,
        RecordedResponse response,
        Trail trail,
        PhaseTimes phases
    ) =>
        exchanges.Add(number => new RecordedExchange
        {
            Number = number,
            At = options.Clock.GetUtcNow(),
            Receiver = endpoints.ReceiverAt(incoming.Path),
            Started = arrived,
            Answered = Stopwatch.GetElapsedTime(0),
            Request = trail.Broken == Rules.Headers ? Shortened(incoming.Http) : incoming.Http,
            Response = response,
            Tls = incoming.Tls,
            Trace = trail.ToTrace(),
            Phases = phases.ToList(),
        });
}
