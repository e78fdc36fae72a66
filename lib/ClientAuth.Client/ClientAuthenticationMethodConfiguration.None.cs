using ClientAuth.Client.TokenRequests;
using ClientAuth.Protocol;

namespace ClientAuth.Client;

public abstract partial record ClientAuthenticationMethodConfiguration
{
    /// <summary>The client identifies itself and proves nothing (RFC 6749 §2.1).</summary>
    public sealed record None : ClientAuthenticationMethodConfiguration
    {
        public override string MethodName => TokenEndpointAuthMethods.None;

        internal override bool ProvesClient => false;

        internal override void Apply(TokenRequestDraft draft) => draft.Add(TokenParameters.ClientId, draft.ClientId);
    }
}
