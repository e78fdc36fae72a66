namespace ClientAuth.MockServer.Standalone;

/// <summary>The lab's endpoints.</summary>
internal sealed record ManifestLab
{
    /// <summary>URL: <c>POST</c> scripts a fault, <c>GET</c> shows the script, <c>DELETE</c> clears it.</summary>
    public required string Faults { get; init; }

    /// <summary>URL: <c>POST</c> with an empty object lets late answers go.</summary>
    public required string Release { get; init; }

    /// <summary>URL: <c>GET</c> shows what the server saw and decided, <c>DELETE</c> forgets it.</summary>
    public required string Exchanges { get; init; }

    /// <summary>URL: <c>GET</c> shows the server's clock, <c>POST</c> moves it.</summary>
    public required string Clock { get; init; }

    /// <summary>The bearer token that all of them need.</summary>
    public required string Token { get; init; }
}
