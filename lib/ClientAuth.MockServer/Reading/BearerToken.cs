using ClientAuth.MockServer.Checks;

namespace ClientAuth.MockServer.Reading;

/// <summary>
/// Reads an access token from the <c>Authorization</c> header (RFC 6750 §2.1, RFC 9449 §7.1). A class rather than a record: a
/// record prints itself, and this holds a credential.
/// </summary>
internal sealed class BearerToken
{
    /// <summary>Whoever holds the token may use it (RFC 6750 §2.1).</summary>
    public const string Bearer = "Bearer";

    /// <summary>A proof of the token's key must come with it (RFC 9449 §7.1).</summary>
    public const string DPoP = "DPoP";

    private const string QueryParameter = "access_token";

    private BearerToken(string scheme, string compact)
    {
        Scheme = scheme;
        Compact = compact;
    }

    /// <summary><see cref="Bearer"/> or <see cref="DPoP"/>.</summary>
    public string Scheme { get; }

    /// <summary>The token as it was sent, not verified.</summary>
    public string Compact { get; }

    /// <summary>The one token, or null where there is none, or more than one.</summary>
    public static BearerToken? Read(IncomingRequest incoming, CheckTrace trace)
    {
        var headers = incoming
            .Http.HeaderValues(IncomingRequest.Authorization)
            // No token has a comma: where there is one, something on the way has joined two headers.
            .SelectMany(value => value.Split(','))
            .ToList();
        return CheckOnce(incoming, headers.Count, trace) ? Read(headers.FirstOrDefault(), trace) : null;
    }

    // A token in the address ends in logs and histories, so it is refused and not merely ignored (RFC 9700 §4.3.2).
    private static bool CheckOnce(IncomingRequest incoming, int headers, CheckTrace trace)
    {
        var inQuery = incoming
            .Query.Split('&')
            .Any(pair => FormParameters.TryDecode(pair.Split('=', 2)[0], out var name) && name == QueryParameter);
        return trace.Check(
            Rules.TokenPresentedOnce,
            headers <= 1 && !inQuery,
            "at most one Authorization header, no access_token in the query",
            inQuery ? "access_token in the query"
                : headers == 1 ? "1 header"
                : $"{headers} headers"
        );
    }

    private static BearerToken? Read(string? header, CheckTrace trace)
    {
        var parts = header?.Split(' ', 2, StringSplitOptions.TrimEntries) ?? [];
        string[] known = [Bearer, DPoP];
        var scheme = known.FirstOrDefault(name =>
            parts is [var sent, ..] && name.Equals(sent, StringComparison.OrdinalIgnoreCase)
        );
        trace.Check(
            Rules.TokenPresented,
            scheme is not null,
            "an Authorization header with the scheme Bearer or DPoP",
            scheme ?? (header is null ? "no header" : $"the scheme {Quote.Unknown(parts[0])}")
        );
        return scheme is null ? null : new BearerToken(scheme, parts is [_, var token] ? token : "");
    }
}
