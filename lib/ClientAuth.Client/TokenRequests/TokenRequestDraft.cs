using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.Client.TokenRequests;

/// <summary>A token request while it is built. The grant adds its parameters first, then the method adds the credential.</summary>
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

    /// <summary>Where the request goes; a method may choose another endpoint of the server.</summary>
    public string Endpoint { get; set; } = server.TokenEndpoint;

    public List<RecordedHeader> Headers { get; } = [];

    public List<KeyValuePair<string, string>> Form { get; } = [];

    /// <summary>Adds a parameter to the form.</summary>
    public void Add(string parameter, string value) => Form.Add(new(parameter, value));
}
