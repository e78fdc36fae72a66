using System.Text;
using System.Web;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;
using ClientAuth.Visuals;

namespace ClientAuth.Lab.Capstone;

/// <summary>One client of the fleet that asked for a token: what reached the server, and what the server made of it.</summary>
public sealed class ClientRun
{
    private const string BasicScheme = "Basic ";

    internal ClientRun(string client, IReadOnlyList<RecordedExchange> exchanges) =>
        (Client, Exchanges) = (client, exchanges);

    /// <summary>Its name on the board.</summary>
    public string Client { get; }

    /// <summary>In order; the last one decides.</summary>
    public IReadOnlyList<RecordedExchange> Exchanges { get; }

    internal RecordedExchange Last => Exchanges[^1];

    /// <summary>The check that stopped it; null where it got its token.</summary>
    internal Decision? Failure => Last.Trace.Failure;

    /// <summary>Its last request and the response, as they crossed the wire, credentials shortened.</summary>
    public HttpTranscriptView Transcript() => new(Last);

    /// <summary>All its requests, in a line each.</summary>
    public ExchangeListView Requests() => new(Exchanges);

    /// <summary>The refusal from both ends, or the checks that passed.</summary>
    public View Outcome() =>
        Failure is null
            ? new DecisionTraceView(Last.Trace, $"A token for {Client}")
            : new RefusalView(Last, $"{Client} is refused");

    /// <summary>The credential in its last request, decoded: the claims of an assertion, or the signs in a Basic pair.</summary>
    /// <exception cref="InvalidOperationException">The request has neither.</exception>
    public View Credential() =>
        HttpUtility.ParseQueryString(Last.Request.Body)[TokenParameters.ClientAssertion] is { } assertion
            ? new DecodedJwtView(DecodedJwt.Parse(assertion), "The assertion")
        : Last.Request.Header("Authorization") is { } header && header.StartsWith(BasicScheme, StringComparison.Ordinal)
            ? new FactsView(
                "Inside Basic, after Base64; a dot stands for each letter or digit",
                ("pair", Signs(header[BasicScheme.Length..]))
            )
        : throw new InvalidOperationException(
            $"The last request of '{Client}' has no client_assertion and no Basic header; look at its Transcript()."
        );

    // Enough to see how a secret was encoded, and too little to use it.
    private static string Signs(string base64)
    {
        var pair = Encoding.UTF8.GetString(Convert.FromBase64String(base64));
        var colon = pair.IndexOf(':', StringComparison.Ordinal) + 1;
        return pair[..colon]
            + string.Concat(
                pair[colon..].Select(sign => char.IsLetterOrDigit(sign) || sign is '-' or '_' ? '·' : sign)
            );
    }
}
