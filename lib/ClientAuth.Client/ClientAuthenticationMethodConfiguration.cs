using System.Net.Security;
using ClientAuth.Client.TokenRequests;

namespace ClientAuth.Client;

/// <summary>
/// How a client proves who it is at the token endpoint. All cases are nested here, one file each. Each is a value that applies
/// itself to a request and answers what a caller needs to know of it, so that nobody asks which one it is.
/// </summary>
public abstract partial record ClientAuthenticationMethodConfiguration
{
    /// <summary>The cases that prove who the client is, as a message lists them. A new case is added here.</summary>
    internal const string ProvingCases = "Secret, Mtls, SignedJwt.Symmetric or SignedJwt.Asymmetric";

    private protected ClientAuthenticationMethodConfiguration() { }

    /// <summary>The registered name, one of <see cref="Protocol.TokenEndpointAuthMethods"/>.</summary>
    public abstract string MethodName { get; }

    /// <summary>What the TLS handshake presents; null for the methods that need no certificate.</summary>
    internal virtual SslStreamCertificateContext? CertificateContext => null;

    /// <summary>Whether a server can tell this client from one that only knows its identifier.</summary>
    internal virtual bool ProvesClient => true;

    /// <summary>The registered name; never a credential.</summary>
    public sealed override string ToString() => MethodName;

    /// <summary>Adds to a token request what proves the client: parameters, headers, or another endpoint.</summary>
    internal abstract void Apply(TokenRequestDraft draft);

    /// <summary>Disposes of what the method holds; for an owner that has made the credential itself.</summary>
    internal virtual void DisposeCredential() { }
}
