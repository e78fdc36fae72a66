namespace ClientAuth.MockServer;

public static partial class CheckNames
{
    public const string RequestHeaders = "request.headers";
    public const string ClientEnabled = "client.enabled";
    public const string ClientNotThrottled = "client.not_throttled";
    public const string ClientKeysFetched = "client.keys_fetched";
}
