using ClientAuth.Client;
using ClientAuth.Client.TokenRequests;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.OwnServer.Probing;

/// <summary>A token request as the server wants it, new each time, and the ways to change one part of it.</summary>
/// <param name="http">What the request will go through.</param>
/// <param name="server">What the server says about itself.</param>
/// <param name="client">Who asks.</param>
/// <param name="scope">What is asked for; null leaves it to the server.</param>
/// <param name="clock">Stamps assertions.</param>
internal sealed class GoodRequest(
    HttpClient http,
    AuthorizationServerMetadata server,
    ProbedClient client,
    string? scope,
    TimeProvider clock
)
{
    public AuthorizationServerMetadata Server => server;

    public ProbedClient Client => client;

    /// <summary>The value of <c>aud</c> that the server wants.</summary>
    public string Audience => client.Audience ?? server.Issuer;

    /// <summary>Nothing changed.</summary>
    public PreparedTokenRequest Unchanged =>
        Method is ClientAuthenticationMethodConfiguration.SignedJwt ? WithAssertion(good => good) : By(Method);

    /// <summary>By another method, or in another client's name, or both.</summary>
    public PreparedTokenRequest By(ClientAuthenticationMethodConfiguration method, string? clientId = null) =>
        new TokenClient(http, server, clientId ?? client.ClientId, method, clock).Prepare(scope);

    /// <summary>With a change to the assertion, before it is signed.</summary>
    /// <exception cref="InvalidOperationException">The client's method sends none.</exception>
    public PreparedTokenRequest WithAssertion(
        Func<ClientAssertionBuilder, ClientAssertionBuilder> change,
        string? clientId = null
    ) =>
        Method is ClientAuthenticationMethodConfiguration.SignedJwt signed
            ? By(signed with { Alter = good => change(good.WithClaim("aud", Audience)) }, clientId)
            : throw new InvalidOperationException($"{client} sends no assertion.");

    /// <summary>Everything as it should be, in the name of another client.</summary>
    public PreparedTokenRequest InTheNameOf(string clientId) =>
        Method is ClientAuthenticationMethodConfiguration.SignedJwt
            ? WithAssertion(good => good, clientId)
            : By(Method, clientId);

    private ClientAuthenticationMethodConfiguration Method => client.Method;
}
