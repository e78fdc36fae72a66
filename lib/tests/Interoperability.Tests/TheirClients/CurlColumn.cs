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
                "Neither program knows it; what openssl can sign, `private_key_jwt` shows.",
            [TokenEndpointAuthMethods.AttestJwtClientAuthDpop] =
                "Neither program knows it; what openssl can sign, `private_key_jwt` shows.",
            [Feature.Dpop] = "Neither program knows it; what openssl can sign, `private_key_jwt` shows.",
        };

    protected override async Task<Pair> StartAsync() => await CurlPair.StartAsync();
}
