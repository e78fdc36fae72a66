using System.Globalization;
using System.Text;
using ClientAuth.Client.Dpop;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Display;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.Client.TokenRequests;

/// <summary>
/// A token request that is not sent yet, so that its exact bytes can be inspected and changed. Immutable; each <c>With</c>
/// gives a changed copy. It holds the credential in clear, and does not print it.
/// </summary>
[TypeFormatterSource(typeof(SilentFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.PlainText])]
public sealed class PreparedTokenRequest
{
    private const string FormContent = "application/x-www-form-urlencoded";

    internal PreparedTokenRequest(
        Uri endpoint,
        IReadOnlyList<RecordedHeader> headers,
        IReadOnlyList<KeyValuePair<string, string>> parameters
    )
    {
        Endpoint = endpoint;
        Headers = headers;
        Parameters = parameters;
    }

    /// <summary>The endpoint that the request is for.</summary>
    public Uri Endpoint { get; }

    /// <summary>The headers that the method added, for example <c>Authorization</c>.</summary>
    public IReadOnlyList<RecordedHeader> Headers { get; }

    /// <summary>The form's parameters, decoded, in the order in which they are sent.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Parameters { get; }

    /// <summary>The form, encoded as it is sent (RFC 6749 Appendix B).</summary>
    public string Body => FormEncoding.Encode(Parameters);

    /// <summary>A copy in which the parameter has this value; added where it was missing.</summary>
    public PreparedTokenRequest WithParameter(string name, string value) =>
        Parameters.Any(one => one.Key == name)
            ? new(Endpoint, Headers, [.. Parameters.Select(one => one.Key == name ? new(name, value) : one)])
            : WithAddedParameter(name, value);

    /// <summary>A copy with the parameter added, even if there is one of this name already.</summary>
    public PreparedTokenRequest WithAddedParameter(string name, string value) =>
        new(Endpoint, Headers, [.. Parameters, new(name, value)]);

    /// <summary>A copy without the parameter; the same where there is none of this name.</summary>
    public PreparedTokenRequest WithoutParameter(string name) =>
        new(Endpoint, Headers, [.. Parameters.Where(one => one.Key != name)]);

    /// <summary>A copy in which the header has this value; added where it was missing.</summary>
    public PreparedTokenRequest WithHeader(string name, string value) =>
        new(Endpoint, [.. WithoutHeader(name).Headers, new(name, value)], Parameters);

    /// <summary>A copy without the header; the same where there is none of this name.</summary>
    public PreparedTokenRequest WithoutHeader(string name) =>
        new(Endpoint, [.. Headers.Where(one => !one.Is(name))], Parameters);

    /// <summary>The same request with a DPoP proof, so that the token is bound to its key (RFC 9449 §5).</summary>
    public PreparedTokenRequest WithProof(DpopProof proof) => WithHeader(ProofHeaders.Dpop, proof.Compact);

    /// <summary>The same request at another endpoint.</summary>
    public PreparedTokenRequest WithEndpoint(Uri endpoint) => new(endpoint, Headers, Parameters);

    /// <summary>The message for an <see cref="HttpClient"/>; a new one each time, since a message can be sent once only.</summary>
    public HttpRequestMessage ToHttpRequestMessage()
    {
        var message = new HttpRequestMessage(HttpMethod.Post, Endpoint)
        {
            Content = new ByteArrayContent(Encoding.ASCII.GetBytes(Body)),
        };
        message.Content.Headers.ContentType = new(FormContent);
        message.Headers.Accept.Add(new("application/json"));
        foreach (var header in Headers)
        {
            message.Headers.TryAddWithoutValidation(header.Name, header.Value);
        }

        return message;
    }

    /// <summary>The request as it will cross the wire, for a view.</summary>
    public RecordedRequest ToRecordedRequest() =>
        new(
            "POST",
            Endpoint.PathAndQuery,
            "HTTP/1.1",
            [
                new("Host", Endpoint.Authority),
                new("Accept", "application/json"),
                .. Headers,
                new("Content-Type", FormContent),
                new("Content-Length", Body.Length.ToString(CultureInfo.InvariantCulture)),
            ],
            Body
        );

    /// <summary>Method and endpoint; never a credential.</summary>
    public override string ToString() => $"POST {Endpoint}";
}
