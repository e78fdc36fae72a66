using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;
using Benchmarks.Shared;
using ClientAuth.Client;
using ClientAuth.Credentials;
using ClientAuth.MockServer;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Methods;
using ClientAuth.MockServer.Reading;
using ClientAuth.Protocol;

namespace Ratios.Assertions;

/// <summary>What a client assertion costs beyond its signature: to build it, and to verify it with all checks and their trace.</summary>
[SuppressMessage("Design", "CA1001", Justification = "BenchmarkDotNet ends it with GlobalCleanup")]
public class AssertionBenchmarks
{
    private const string ClientId = "client-of-a-benchmark";

    private SigningKey _key = null!;
    private AssertionSigner _signer = null!;
    private ClientAuthenticator _authenticator = null!;
    private FormRequest _request = null!;
    private byte[] _input = [];
    private byte[] _signature = [];

    [Params(SignatureAlgorithms.RS256, SignatureAlgorithms.PS256, SignatureAlgorithms.ES256)]
    public string Algorithm { get; set; } = SignatureAlgorithms.RS256;

    [GlobalSetup]
    public void Prepare()
    {
        _key = new SigningKey(Algorithm);
        _signer = _key.Signer;
        var assertion = Make();
        _input = assertion.SigningInput;
        _signature = assertion.Signature.ToArray();
        _authenticator = Server();
        _request = ServerAuthentication.Request(
            $"grant_type={GrantTypes.ClientCredentials}&{ServerAuthentication.Form(assertion.Compact)}"
        );
    }

    [GlobalCleanup]
    public void End() => _key.Dispose();

    [Benchmark]
    public byte[] Sign() => _key.Sign(_input);

    [Benchmark]
    public string Build() => Make().Compact;

    [Benchmark]
    public bool Verify() => _key.Verify(_input, _signature);

    [Benchmark]
    public bool Authenticate() =>
        _authenticator.AuthenticateAsync(_request, new CheckTrace(), CancellationToken.None).GetAwaiter().GetResult()
            is not null;

    private ClientAuthenticator Server()
    {
        using var certificate = SelfSignedCertificate.Create(CertificateProfile.LoopbackServer(), TimeProvider.System);
        return ServerAuthentication.Of(
            new AuthorizationServerOptions
            {
                ServerCertificate = certificate,
                Clients =
                [
                    new()
                    {
                        ClientId = ClientId,
                        TokenEndpointAuthMethod = TokenEndpointAuthMethods.PrivateKeyJwt,
                        TokenEndpointAuthSigningAlg = Algorithm,
                        Jwks = new JwkSet { Keys = [_key.Public] },
                    },
                ],
                Clock = TimeProvider.System,
            }
        );
    }

    private ClientAuth.Client.ClientAssertion Make() =>
        ClientAssertionBuilder
            .For(
                ClientId,
                ServerAuthentication.Issuer,
                _signer,
                TimeProvider.System,
                RandomNumberGenerator.GetHexString(32)
            )
            .Build();
}
