using System.Net.Http.Json;
using System.Security.Cryptography;
using ClientAuth.MockServer.Options;
using ClientAuth.MockServer.Registrations;
using ClientAuth.MockServer.Tests.Lab;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Tests.Proofs;

/// <summary>The options of DPoP and attestation: what the server says of them, and which it does not start with.</summary>
public sealed class ProofOptionTests : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public void Dispose() => _key.Dispose();

    [Fact]
    public async Task Metadata_of_a_server_with_an_attester_names_its_methods_and_algorithms()
    {
        await using var lab = await TestLab.StartAsync(
            (_, options) => options with { Attestation = options.Attestation with { ClientAttesters = [Attester()] } }
        );

        var metadata = lab.Server.Metadata;

        Assert.Equal(TokenEndpointAuthMethods.All, metadata.TokenEndpointAuthMethodsSupported);
        string[] algorithms = ["ES256", "ES384", "ES512", "PS256", "PS384", "PS512"];
        Assert.Equal(algorithms, metadata.DpopSigningAlgValuesSupported);
        Assert.Equal(algorithms, metadata.ClientAttestationSigningAlgValuesSupported);
        Assert.Equal(algorithms, metadata.ClientAttestationPopSigningAlgValuesSupported);
        Assert.Equal(metadata.Issuer + "/challenge", metadata.ChallengeEndpoint);
    }

    [Fact]
    public async Task Client_that_needs_an_attester_is_registered_only_where_one_is_trusted()
    {
        await using var lab = await TestLab.StartAsync();
        var client = new ClientMetadata
        {
            ClientId = "app",
            TokenEndpointAuthMethod = TokenEndpointAuthMethods.AttestJwtClientAuth,
        };

        var error = Assert.Throws<InvalidRegistrationException>(() => lab.Server.Clients.Register(client));

        Assert.StartsWith(
            "Client 'app': expected token_endpoint_auth_method to be one of none, ",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(false, NoncePolicy.Required, false, true)]
    [InlineData(true, NoncePolicy.Required, true, true)]
    [InlineData(true, NoncePolicy.NotUsed, true, false)]
    [InlineData(false, NoncePolicy.NotUsed, false, false)]
    public async Task Challenge_endpoint_gives_what_is_needed(
        bool attests,
        NoncePolicy nonces,
        bool givesChallenge,
        bool givesNonce
    )
    {
        await using var lab = await TestLab.StartAsync(
            (_, options) =>
                options with
                {
                    Attestation = options.Attestation with { ClientAttesters = attests ? [Attester()] : [] },
                    Proofs = new() { DpopNonces = nonces },
                }
        );
        using var client = lab.NewClient();

        using var response = await client.PostAsync(
            lab.Server.Metadata.ChallengeEndpoint,
            content: null,
            TestContext.Current.CancellationToken
        );

        var answer = await response.Content.ReadFromJsonAsync(
            ProtocolJson.Default.AttestationChallenge,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(givesChallenge, answer!.Challenge is not null);
        Assert.Equal(givesNonce, response.Headers.Contains(ProofHeaders.DpopNonce));
        Assert.True(response.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Challenge_endpoint_takes_POST_only()
    {
        await using var lab = await TestLab.StartAsync();
        using var client = lab.NewClient();

        using var response = await client.GetAsync(
            lab.Server.Metadata.ChallengeEndpoint,
            TestContext.Current.CancellationToken
        );

        Assert.Equal(405, (int)response.StatusCode);
        Assert.Equal(["POST"], response.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("HS256")]
    public async Task Server_does_not_start_with_an_algorithm_that_proves_nothing(string alg) =>
        Assert.Equal(
            $"ProofAlgorithms is [ES256, {alg}]; it must hold at least one of "
                + "RS256, RS384, RS512, PS256, PS384, PS512, ES256, ES384, ES512, and no other.",
            await RefusalOfAsync(options => options with { Proofs = new() { ProofAlgorithms = ["ES256", alg] } })
        );

    [Fact]
    public async Task Server_does_not_start_with_an_attester_without_a_usable_key()
    {
        var attester = Attester();

        Assert.Equal(
            "ClientAttesters: 'https://attester.example' needs at least one RSA or EC key.",
            await RefusalOfAsync(options =>
                options with
                {
                    Attestation = options.Attestation with
                    {
                        ClientAttesters = [attester with { Keys = new JwkSet { Keys = [] } }],
                    },
                }
            )
        );
        Assert.Equal(
            "ClientAttesters: 'https://attester.example' has a key that is no valid EC key, kid 'off'.",
            await RefusalOfAsync(options =>
                options with
                {
                    Attestation = options.Attestation with
                    {
                        ClientAttesters =
                        [
                            attester with
                            {
                                Keys = new JwkSet
                                {
                                    Keys = [attester.Keys.Keys[0] with { Kid = "off", X = attester.Keys.Keys[0].Y }],
                                },
                            },
                        ],
                    },
                }
            )
        );
    }

    private static async Task<string> RefusalOfAsync(
        Func<AuthorizationServerOptions, AuthorizationServerOptions> change
    ) =>
        (
            await Assert.ThrowsAnyAsync<ArgumentException>(() => TestLab.StartAsync((_, options) => change(options)))
        ).Message;

    private ClientAttester Attester() =>
        new()
        {
            Issuer = "https://attester.example",
            Keys = new JwkSet { Keys = [Jwk.FromPublicKey(_key)] },
        };
}
