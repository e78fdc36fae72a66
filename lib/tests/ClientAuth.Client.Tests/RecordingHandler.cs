using System.Net;
using System.Text;

namespace ClientAuth.Client.Tests;

/// <summary>Stands in for the network: keeps what would have been sent and answers what it was told to.</summary>
internal sealed class RecordingHandler(int status, string body, string? mediaType = "application/json")
    : HttpMessageHandler
{
    public HttpRequestMessage? Request { get; private set; }

    public string? Body { get; private set; }

    public string? Authorization =>
        Request?.Headers.TryGetValues("Authorization", out var values) is true ? values.Single() : null;

    public Uri? Location { get; init; }

    public string? RetryAfter { get; init; }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        Request = request;
        Body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = mediaType is null ? null : new(mediaType);
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = content };
        response.Headers.Location = Location;
        if (RetryAfter is not null)
        {
            response.Headers.TryAddWithoutValidation("Retry-After", RetryAfter);
        }

        return response;
    }
}
