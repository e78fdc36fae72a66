using ClientAuth.Client.Connections;
using ClientAuth.Client.Registration;

namespace ClientAuth.Client.Haapi;

/// <summary>The HTTP connections and the token client of the device's own client. They are its own, since its credential may be a certificate.</summary>
internal sealed class DeviceConnection : IDisposable
{
    private readonly ClientAuthenticationMethodConfiguration _method;

    public DeviceConnection(
        HaapiConfiguration configuration,
        DeviceClient client,
        ClientAuthenticationMethodConfiguration method
    )
    {
        Client = client;
        _method = method;
        Http = TokenHttp.Create(configuration.Trust, method, configuration.Clock);
        Tokens = new TokenClient(Http, configuration.Server, client.ClientId, method, configuration.Clock)
        {
            Deadline = configuration.Deadline,
        };
    }

    public DeviceClient Client { get; }

    public HttpClient Http { get; }

    public TokenClient Tokens { get; }

    public void Dispose()
    {
        Http.Dispose();
        _method.DisposeCredential();
    }
}
