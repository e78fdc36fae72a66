using System.Diagnostics;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Endpoints;
using ClientAuth.MockServer.Exchanges;
using ClientAuth.MockServer.Faults;
using ClientAuth.MockServer.Options;
using ClientAuth.MockServer.Reading;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;
using ClientAuth.SharedState;
using Microsoft.AspNetCore.Http;

namespace ClientAuth.MockServer.Hosting;

/// <summary>One exchange from end to end: read, answer, record, send. Recorded before it is sent, so that a client that has its answer finds it.</summary>
internal sealed class ExchangeHandler(
    EndpointTable endpoints,
    CertificateSource certificates,
    ServerNames names,
    RecordedExchanges exchanges,
    SecretsInText secrets,
    FaultScript faults,
    Func<CheckTrace> newTrace,
    LimitOptions limits,
    IReadOnlyList<string> proofAlgorithms,
    TimeProvider clock,
    bool records = true
)
{
    // Colon and space behind the name, and the end of the line.
    private const int SeparatorsOfAHeader = 4;

    // Of a header that was too long to be read, in characters: a thousand such requests are kept.
    private const int KeptOfAHeader = 256;

    public async Task HandleAsync(HttpContext context)
    {
        var arrived = Stopwatch.GetElapsedTime(0);
        var trace = newTrace();
        var phases = new PhaseTimes();
        if (context.Features.Get<ConnectionFacts>()?.TakeHandshake() is { } handshake)
        {
            phases.Add(handshake);
        }

        var incoming = RequestReader.ReadHead(context, names);
        Delivery delivery;
        try
        {
            var started = Stopwatch.GetTimestamp();
            (incoming, var body) = await RequestReader.ReadBodyAsync(incoming, context, limits.MaximumRequestBodySize);
            phases.AddSince(PhaseNames.ReadRequest, started);
            delivery =
                body.Problem is { } problem ? Unreadable(problem, trace)
                : CheckHeaders(incoming, trace)
                && CheckBody(body.Length, trace)
                && Framing.CheckCoding(incoming, trace)
                && certificates.Find(incoming, trace) is { } request
                    ? await RespondAsync(Call(request, trace, phases), context.RequestAborted)
                : new Delivery(MalformedRequest.Of(trace.Broken!.Status));
        }
        catch (SharedStateException e)
        {
            trace.Check(Rules.SharedState, false, "a decision of what the nodes of this issuer share", e.Message);
            delivery = new Delivery(SharedStateRefusal.Of(e));
        }
        catch (Exception e) when (!context.RequestAborted.IsCancellationRequested)
        {
            // The type alone: a message may quote what the client sent.
            trace.Check(Rules.ServerFailure, false, "no failure of the server itself", e.GetType().Name);
            delivery = new Delivery(JsonResponse.Error(500, OAuthErrors.ServerError, "the server failed").Unstored());
        }

        if (records)
        {
            Record(arrived, incoming, delivery.Response, trace, phases);
        }

        await ResponseSender.SendAsync(context, delivery);
    }

    private async Task<Delivery> RespondAsync(EndpointCall call, CancellationToken clientGone) =>
        faults.Take(FaultPoints.At(call.Incoming.Path)) is { } fault
            ? await fault.StrikeAsync(new FaultedCall(call, endpoints, faults.Waits, clientGone))
            : new Delivery(await endpoints.RespondAsync(call, clientGone));

    private EndpointCall Call(IncomingRequest incoming, CheckTrace trace, PhaseTimes phases) =>
        new(incoming, trace, phases) { ProofAlgorithms = proofAlgorithms };

    private bool CheckHeaders(IncomingRequest incoming, CheckTrace trace)
    {
        var size = incoming.Http.Headers.Sum(header => header.Name.Length + header.Value.Length + SeparatorsOfAHeader);
        return size <= limits.MaximumRequestHeadersSize
            || trace.Check(
                Rules.Headers,
                false,
                $"headers of at most {limits.MaximumRequestHeadersSize} bytes",
                $"{size} bytes"
            );
    }

    // What fits goes without a line: most endpoints have no body to judge.
    private bool CheckBody(long length, CheckTrace trace) =>
        length <= limits.MaximumRequestBodySize || trace.Check(Rules.Body, false, Whole, $"{length} bytes");

    private string Whole => $"a whole body of at most {limits.MaximumRequestBodySize} bytes";

    private Delivery Unreadable(BodyProblem problem, CheckTrace trace)
    {
        trace.Check(Rules.Body, false, Whole, problem.Seen);
        return new Delivery(MalformedRequest.Last(problem.Status));
    }

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
        CheckTrace trace,
        PhaseTimes phases
    ) =>
        exchanges.Add(number => new RecordedExchange
        {
            Number = number,
            At = clock.GetUtcNow(),
            Receiver = endpoints.ReceiverAt(incoming.Path),
            Started = arrived,
            Answered = Stopwatch.GetElapsedTime(0),
            Request = trace.Broken == Rules.Headers ? Shortened(incoming.Http) : incoming.Http,
            Response = response,
            Tls = incoming.Tls,
            Trace = secrets.Hide(trace.ToTrace()),
            Phases = phases.ToList(),
        });
}
