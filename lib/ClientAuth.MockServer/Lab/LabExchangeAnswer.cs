namespace ClientAuth.MockServer.Lab;

/// <summary>One exchange; <c>status</c> is absent where nothing was answered.</summary>
internal sealed record LabExchangeAnswer(
    int Number,
    DateTimeOffset At,
    string Method,
    string Path,
    int? Status,
    string Tls,
    string? ClientCertificate,
    IReadOnlyList<LabDecisionAnswer> Trace
);
