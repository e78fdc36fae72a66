namespace ClientAuth.MockServer.Lab;

/// <summary>One exchange; <c>status</c> is absent where nothing was answered.</summary>
internal sealed record LabExchangeResponse(
    int Number,
    DateTimeOffset At,
    string Method,
    string Path,
    int? Status,
    string Tls,
    string? ClientCertificate,
    IReadOnlyList<LabDecisionResponse> Trace
);
