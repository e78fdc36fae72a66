using ClientAuth.Client;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.OwnServer.Probing;

/// <summary>A client whose credential is held here, and that is registered at a server. Prints its name and method, never the credential.</summary>
/// <param name="clientId">As it is registered.</param>
/// <param name="methodName">The registered method, one of <see cref="TokenEndpointAuthMethods"/>.</param>
/// <param name="method">How it proves who it is.</param>
internal sealed class ProbedClient(string clientId, string methodName, ClientAuthenticationMethodConfiguration method)
    : IDisposable
{
    public string ClientId => clientId;

    public string MethodName => methodName;

    public ClientAuthenticationMethodConfiguration Method => method;

    /// <summary>The secret, for the methods that have one.</summary>
    public ClientSecret? Secret { get; init; }

    /// <summary>What the server wants as <c>aud</c>, where that is not its issuer.</summary>
    public string? Audience { get; init; }

    public bool HasCertificate => method is ClientAuthenticationMethodConfiguration.Mtls;

    // What the settings loaded is theirs; a key that signs has no handle outside its signer, and goes with it.
    public void Dispose() => (method as ClientAuthenticationMethodConfiguration.Mtls)?.ClientCertificate.Dispose();

    public override string ToString() => $"{clientId} ({methodName})";
}
