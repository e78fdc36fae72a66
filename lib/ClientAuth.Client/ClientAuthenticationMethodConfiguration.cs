using System.Net.Security;

namespace ClientAuth.Client;

/// <summary>
/// How a client proves who it is at the token endpoint. All cases are nested here, one file each; each is a value that
/// applies itself to a request, so that a grant never asks which one it is.
/// </summary>
public abstract partial record ClientAuthenticationMethodConfiguration
{
    private ClientAuthenticationMethodConfiguration() { }

    /// <summary>The registered name, one of <see cref="Protocol.TokenEndpointAuthMethods"/>.</summary>
    public abstract string MethodName { get; }

    /// <summary>What the TLS handshake presents; null for the methods that need no certificate.</summary>
    internal virtual SslStreamCertificateContext? CertificateContext => null;

    /// <summary>The registered name; never a credential.</summary>
    public sealed override string ToString() => MethodName;

    internal abstract void Apply(TokenRequestDraft draft);
}
