using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.Client;

/// <summary>A token request in the making. The grant writes its parameters first, then the method adds what proves the client.</summary>
internal sealed class TokenRequestDraft(
    AuthorizationServerMetadata server,
    string clientId,
    TimeProvider clock,
    Func<string> newJti
)
{
    public AuthorizationServerMetadata Server => server;

    public string ClientId => clientId;

    public TimeProvider Clock => clock;

    public Func<string> NewJti => newJti;

    public string Endpoint { get; set; } = server.TokenEndpoint;

    public List<RecordedHeader> Headers { get; } = [];

    public List<KeyValuePair<string, string>> Form { get; } = [];

    public void Add(string parameter, string value) => Form.Add(new(parameter, value));

    public PreparedTokenRequest Finish() => new(EndpointAddress.Of(Endpoint, "token_endpoint"), Headers, Form);
}
