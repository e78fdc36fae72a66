using ClientAuth.Client;
using ClientAuth.Client.Connections;
using ClientAuth.Credentials;
using ClientAuth.Protocol;
using Interoperability.Tests.Servers;
using Interoperability.Tests.Surroundings;

namespace Interoperability.Tests.OurClient;

/// <summary>This project's client at a server, with one credential: tokens, and forms to the other endpoints.</summary>
internal sealed class Asking : IDisposable
{
    public Asking(
        AuthorizationServerMetadata server,
        LabAuthority authority,
        string clientId,
        ClientAuthenticationMethodConfiguration method,
        TimeProvider clock
    )
    {
        Http = TokenHttp.Create(new ServerTrust.TrustStore(authority.Certificate), method, clock);
        Client = new TokenClient(Http, server, clientId, method, clock) { Deadline = AskedServer.Patience };
    }

    public HttpClient Http { get; }

    public TokenClient Client { get; }

    /// <summary>A token that must be issued, since something else is to be tried with it.</summary>
    public async Task<string> IssuedAsync() =>
        await Client.RequestTokenAsync(InteropClients.Scope) switch
        {
            TokenOutcome.Issued issued => issued.Response.AccessToken,
            var refused => throw new InvalidOperationException($"The right credential got no token: {refused}"),
        };

    /// <summary>A form at another endpoint, with the credential that a token request would have.</summary>
    public async Task<Reply> FormAsync(string endpoint, params IReadOnlyList<(string Name, string Value)> parameters)
    {
        var request = Client.Prepare().WithoutParameter(TokenParameters.GrantType).WithEndpoint(new Uri(endpoint));
        request = parameters.Aggregate(request, (draft, one) => draft.WithParameter(one.Name, one.Value));
        using var message = request.ToHttpRequestMessage();
        return await Reply.ToAsync(Http, message);
    }

    public void Dispose() => Http.Dispose();
}
