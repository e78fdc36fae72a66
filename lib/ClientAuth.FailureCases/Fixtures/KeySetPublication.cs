using System.Text.Json.Nodes;

namespace ClientAuth.FailureCases.Fixtures;

/// <summary>The response of the host at which a client publishes its keys: a key set, or something that is none.</summary>
public sealed record KeySetPublication
{
    /// <summary>The keys; left out, those that the standard client of the method registers.</summary>
    public JsonArray? Keys { get; init; }

    /// <summary>In place of a key set.</summary>
    public string? Body { get; init; }

    /// <summary>HTTP status; 200 where it is left out.</summary>
    public int? Status { get; init; }

    public string? ContentType { get; init; }

    /// <summary>Further response headers.</summary>
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    /// <summary>Blanks behind the body make it this long, in bytes.</summary>
    public int? FilledTo { get; init; }

    /// <summary>The response is held back until something else is published.</summary>
    public bool Held { get; init; }

    /// <summary>The connection is closed in place of a response.</summary>
    public bool Dropped { get; init; }
}
