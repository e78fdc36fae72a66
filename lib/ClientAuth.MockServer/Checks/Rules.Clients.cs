using static ClientAuth.Protocol.OAuthErrors;

namespace ClientAuth.MockServer.Checks;

public static partial class Rules
{
    public static Rule Headers { get; } = new("request.headers", InvalidRequest, "RFC 6585 §5") { Status = 431 };

    public static Rule ClientEnabled { get; } = new("client.enabled", InvalidClient, "RFC 6749 §5.2");

    public static Rule ClientNotThrottled { get; } =
        new(NotThrottledName, TemporarilyUnavailable, "RFC 6749 §2.3.1, RFC 6585 §4") { Status = 429 };

    public static Rule KeysFetched { get; } =
        new("client.keys_fetched", InvalidClient, "RFC 7591 §2, OpenID Connect Core §10.1.1");
}
