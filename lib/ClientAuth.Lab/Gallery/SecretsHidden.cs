using System.Buffers.Text;
using System.Text;
using System.Text.RegularExpressions;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.Lab.Gallery;

/// <summary>
/// Requests of cases that put a secret where everybody reads it, for example in place of the client's identifier: a view shortens what
/// stands in the place of a credential, and cannot know this one.
/// </summary>
/// <param name="secrets">Of the clients of the cases.</param>
internal sealed partial class SecretsHidden(IReadOnlyList<string> secrets)
{
    private const string Hidden = "the-secret";

    /// <summary>The exchange with words in place of each secret, also within a JWT, whose signature then fits no more.</summary>
    public RecordedExchange Of(RecordedExchange exchange) =>
        exchange with
        {
            Request = exchange.Request with
            {
                Target = Text(exchange.Request.Target),
                Body = Text(exchange.Request.Body),
                Headers =
                [
                    .. exchange.Request.Headers.Select(header => new RecordedHeader(header.Name, Text(header.Value))),
                ],
            },
        };

    private string Text(string text) => Segment().Replace(Plain(text), segment => Encoded(segment.Value));

    private string Plain(string text) =>
        secrets.Aggregate(text, (shown, secret) => shown.Replace(secret, Hidden, StringComparison.Ordinal));

    private string Encoded(string segment)
    {
        var json = Base64Url.IsValid(segment) ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(segment)) : segment;
        var shown = Plain(json);
        return shown == json ? segment : Base64Url.EncodeToString(Encoding.UTF8.GetBytes(shown));
    }

    // How base64url begins where JSON begins with {" .
    [GeneratedRegex("eyJ[A-Za-z0-9_-]+")]
    private static partial Regex Segment();
}
