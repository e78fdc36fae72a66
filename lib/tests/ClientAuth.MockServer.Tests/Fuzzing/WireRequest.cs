using System.Text;

namespace ClientAuth.MockServer.Tests.Fuzzing;

/// <summary>A request as it goes out, whatever it holds.</summary>
public sealed record WireRequest(
    string Method,
    string Path,
    string Body,
    IReadOnlyList<(string Name, string Value)> Headers
)
{
    public HttpRequestMessage ToMessage(string origin)
    {
        var message = new HttpRequestMessage(new HttpMethod(Method), origin + Path)
        {
            // Latin-1, so that every byte can be sent, such as those that are no UTF-8.
            Content = new ByteArrayContent(Encoding.Latin1.GetBytes(Body)),
        };
        foreach (var (name, value) in Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, value))
            {
                message.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return message;
    }

    /// <summary>Whether it carries this text, in its body or in a header.</summary>
    public bool Carries(string text) =>
        Body.Contains(text, StringComparison.Ordinal)
        || Headers.Any(header => header.Value.Contains(text, StringComparison.Ordinal));

    public override string ToString() =>
        $"{Method} {Path}\n{string.Join('\n', Headers.Select(header => $"{header.Name}: {header.Value}"))}\n\n{Body}";
}
