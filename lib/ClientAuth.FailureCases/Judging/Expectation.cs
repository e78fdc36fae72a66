using System.Text.Json.Nodes;

namespace ClientAuth.FailureCases.Judging;

/// <summary>
/// The expected result of a request. Exactly one of <see cref="Issued"/>, <see cref="Status"/>, <see cref="Connection"/> and
/// <see cref="Registration"/> is given.
/// </summary>
public sealed record Expectation
{
    /// <summary>A token: 200, every check passed.</summary>
    public bool Issued { get; init; }

    /// <summary>HTTP status of any other response.</summary>
    public int? Status { get; init; }

    /// <summary>The code in the JSON error body; left out, the response must hold none.</summary>
    public string? Error { get; init; }

    /// <summary>
    /// Codes that another server may give in its place, because specifications leave the choice: <c>invalid_client</c> for a secret that
    /// no client can have, where this project's server says <c>invalid_request</c> (RFC 6749 §5.2 fits both).
    /// </summary>
    public IReadOnlyList<string>? OtherErrors { get; init; }

    /// <summary>The check that must be the failing one in the decision trace; left out, none may fail.</summary>
    public string? Check { get; init; }

    /// <summary><c>refused</c>: no HTTP response, because the handshake failed or the connection was closed instead.</summary>
    public string? Connection { get; init; }

    /// <summary>The server must refuse to register such a client, and say this.</summary>
    public string? Registration { get; init; }

    /// <summary>Response headers: a value, <c>*</c> for any value, or null for a header that must be absent.</summary>
    public IReadOnlyDictionary<string, string?>? Headers { get; init; }

    /// <summary>Members that the JSON body must have, and with which values; null for one that must be absent.</summary>
    public JsonObject? Body { get; init; }

    /// <summary>Claims that the issued access token must have; null for one that must be absent.</summary>
    public JsonObject? Token { get; init; }

    /// <summary>How many requests the host of the client's keys has got by then, in the whole case.</summary>
    public int? Fetches { get; init; }

    /// <summary>How many of several attempts are issued a token; the others must be refused as the other members say.</summary>
    public int? IssuedAmong { get; init; }
}
