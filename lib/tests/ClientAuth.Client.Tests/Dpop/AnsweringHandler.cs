using System.Net;
using System.Text;
using ClientAuth.Protocol;

namespace ClientAuth.Client.Tests.Dpop;

/// <summary>Stands in for the network: gives these answers in turn, each with its nonce, and keeps what was sent.</summary>
internal sealed class AnsweringHandler(params (int Status, string Body, string? Nonce)[] answers) : HttpMessageHandler
{
    /// <summary>The proof of each request.</summary>
    public List<DecodedJwt> Proofs { get; } = [];

    public List<string> Bodies { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var (status, body, nonce) = answers[Proofs.Count];
        Proofs.Add(DecodedJwt.Parse(request.Headers.GetValues("DPoP").Single()));
        Bodies.Add(request.Content is { } content ? await content.ReadAsStringAsync(cancellationToken) : "");
        var response = new HttpResponseMessage((HttpStatusCode)status)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        if (nonce is not null)
        {
            response.Headers.Add("DPoP-Nonce", nonce);
        }

        return response;
    }
}
