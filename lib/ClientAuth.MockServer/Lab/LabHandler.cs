using System.Text.Json;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Endpoints;
using ClientAuth.MockServer.Exchanges;
using ClientAuth.MockServer.Faults;
using ClientAuth.MockServer.Hosting;
using ClientAuth.MockServer.Options;
using ClientAuth.MockServer.Reading;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;
using Microsoft.AspNetCore.Http;

namespace ClientAuth.MockServer.Lab;

/// <summary>Answers what is below <c>/lab/</c> and passes everything else on. What it answers is neither recorded nor struck by faults.</summary>
internal sealed class LabHandler(
    LabGuard guard,
    IReadOnlyDictionary<string, LabEndpoint> endpoints,
    RequestDelegate next
)
{
    // More than any fault needs.
    private const int LargestRequest = 1024 * 1024;

    private static readonly JsonDocumentOptions StrictJson = new() { AllowDuplicateProperties = false };

    /// <summary>The handler of a server: with a lab in front of it where the options ask for one.</summary>
    public static RequestDelegate InFrontOf(
        RequestDelegate next,
        LabEndpoints? options,
        TimeProvider clock,
        ServerNames names,
        FaultScript faults,
        RecordedExchanges exchanges,
        SecretsInText secrets
    )
    {
        if (options is not { } lab)
        {
            return next;
        }

        var scripted = new LabFaults(faults);
        var endpoints = new Dictionary<string, LabEndpoint>(StringComparer.Ordinal)
        {
            [LabPaths.Faults] = new()
            {
                Get = scripted.Show,
                Post = scripted.Add,
                Delete = scripted.Clear,
            },
            [LabPaths.Release] = new() { Post = scripted.Release },
            [LabPaths.Exchanges] = new LabExchanges(exchanges, secrets).Endpoint,
        };
        if (lab.MoveClock is { } move)
        {
            var time = new LabTime(clock, move);
            endpoints.Add(LabPaths.Clock, new() { Get = time.Show, Post = time.Move });
        }

        return new LabHandler(new LabGuard(lab.Token, names), endpoints, next).HandleAsync;
    }

    public async Task HandleAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments(LabPaths.All.TrimEnd('/'), StringComparison.Ordinal))
        {
            await next(context);
            return;
        }

        var response = await RespondAsync(context);
        await ResponseSender.SendAsync(context, new Delivery(response.Unstored()));
    }

    // The body is read before anything is said about it, so that the connection can be used again.
    private async Task<RecordedResponse> RespondAsync(HttpContext context)
    {
        var (request, body) = await RequestReader.ReadBodyAsync(
            RequestReader.ReadHead(context),
            context,
            LargestRequest
        );
        return body.Problem is { } problem ? MalformedRequest.Last(problem.Status)
            : body.Length > LargestRequest ? MalformedRequest.Of(StatusCodes.Status413PayloadTooLarge)
            : !Framing.CheckCoding(request, CheckTrace.New())
                ? MalformedRequest.Of(StatusCodes.Status415UnsupportedMediaType)
            : guard.RefusalOf(context.Request) ?? Respond(context, request);
    }

    private RecordedResponse Respond(HttpContext context, IncomingRequest request)
    {
        if (!endpoints.TryGetValue($"{context.Request.Path}", out var endpoint))
        {
            return JsonResponse.Error(404, OAuthErrors.InvalidRequest, $"there is {string.Join(", ", endpoints.Keys)}");
        }

        try
        {
            return endpoint.Respond(context.Request.Method, () => Read(request));
        }
        catch (LabRequestException problem)
        {
            return JsonResponse.Error(400, OAuthErrors.InvalidRequest, problem.Message);
        }
    }

    private static JsonElement Read(IncomingRequest request)
    {
        if (!DeclaredMediaType.Is(request, DeclaredMediaType.Json))
        {
            throw new LabRequestException("the Content-Type is not application/json");
        }

        try
        {
            using var document = JsonDocument.Parse(request.Http.Body, StrictJson);
            return document.RootElement.Clone();
        }
        catch (JsonException problem)
        {
            throw new LabRequestException(
                problem is { LineNumber: { } line, BytePositionInLine: { } position }
                    ? $"the body is no JSON: the first mistake is in line {line + 1}, byte {position + 1}"
                    : "the body has a name twice"
            );
        }
        catch (InvalidOperationException)
        {
            // How the reader says, while it looks for names that stand twice, that one of them is no text.
            throw new LabRequestException("the body has a name that holds half a character");
        }
    }
}
