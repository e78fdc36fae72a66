using ClientAuth.FailureCases.Requests;

namespace ClientAuth.FailureCases.Changes;

/// <summary>Another shape of the HTTP request.</summary>
public sealed record HttpChange : RequestChange
{
    /// <summary>For example <c>GET</c>.</summary>
    public string? Method { get; init; }

    /// <summary>Empty for none.</summary>
    public string? ContentType { get; init; }

    /// <summary>Without its question mark, as it is to stand in the request line.</summary>
    public string? Query { get; init; }

    /// <summary>In place of the form.</summary>
    public string? Body { get; init; }

    /// <summary>Header fields; null takes one away.</summary>
    public IReadOnlyDictionary<string, string?>? Headers { get; init; }

    /// <summary>A header line for each value.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? RepeatHeaders { get; init; }

    /// <summary>False sends the request in clear to the port that speaks TLS.</summary>
    public bool? Tls { get; init; }

    internal override void Apply(RequestDraft draft)
    {
        draft.Method = Method ?? draft.Method;
        draft.ContentType = ContentType ?? draft.ContentType;
        draft.Query = Query ?? draft.Query;
        draft.RawBody = Body ?? draft.RawBody;
        draft.OverTls = Tls ?? draft.OverTls;
        foreach (var (name, value) in Headers ?? new Dictionary<string, string?>())
        {
            draft.SetHeader(name, value is null ? [] : [value]);
        }

        foreach (var (name, values) in RepeatHeaders ?? new Dictionary<string, IReadOnlyList<string>>())
        {
            draft.SetHeader(name, [.. values]);
        }
    }
}
