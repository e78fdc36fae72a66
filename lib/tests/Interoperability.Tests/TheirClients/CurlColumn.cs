using ClientAuth.Protocol;

namespace Interoperability.Tests.TheirClients;

/// <summary>curl at this project's server; where a JWT is needed, openssl signs it.</summary>
internal sealed class CurlColumn : Column
{
    public override string Name => "curl and openssl";

    public override IReadOnlyDictionary<string, string> Reasons { get; } =
        new Dictionary<string, string>
        {
            [TokenEndpointAuthMethods.AttestJwtClientAuth] =
                "curl and openssl have no client attestation and no DPoP; that openssl can sign a JWT, `private_key_jwt` shows.",
            [TokenEndpointAuthMethods.AttestJwtClientAuthDpop] =
                "curl and openssl have no client attestation and no DPoP; that openssl can sign a JWT, `private_key_jwt` shows.",
            [Feature.Dpop] =
                "curl and openssl have no client attestation and no DPoP; that openssl can sign a JWT, `private_key_jwt` shows.",
        };

    protected override async Task<Pair> StartAsync() => await CurlPair.StartAsync();
}
