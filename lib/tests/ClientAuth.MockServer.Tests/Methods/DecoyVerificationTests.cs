using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Methods;
using ClientAuth.MockServer.Options;
using ClientAuth.MockServer.Registrations;
using ClientAuth.MockServer.Tests.Lab;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Tests.Methods;

/// <summary>What an unknown client is verified with takes the same way as a known one's.</summary>
public sealed class DecoyVerificationTests
{
    public static TheoryData<string> Algorithms() =>
        [.. SignatureAlgorithms.Symmetric, .. SignatureAlgorithms.Asymmetric];

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void A_decoy_for_an_assertion_could_be_registered_and_has_a_key_that_fits(string alg)
    {
        var jwt = new TestAssertion("nobody", "https://issuer.example", DateTimeOffset.UnixEpoch)
        {
            Header = { ["kid"] = "any" },
        }.Finish(alg, _ => [1]);
        var credential = new ClientAssertion(DecodedJwt.Parse(jwt));

        var decoy = credential.Decoy("nobody", new DecoyKeys(2048));

        new RegistrationRules(new KeyOptions(), [], TokenEndpointAuthMethods.All, []).Require(decoy);
        Assert.Equal("nobody", decoy.ClientId);
        Assert.Null(decoy.JwksUri);
        var isMac = SignatureAlgorithms.Symmetric.Contains(alg);
        Assert.Equal(
            isMac ? TokenEndpointAuthMethods.ClientSecretJwt : TokenEndpointAuthMethods.PrivateKeyJwt,
            decoy.TokenEndpointAuthMethod
        );
        Assert.True(isMac || Assertions(decoy, jwt));
    }

    [Fact]
    public async Task A_credential_that_was_not_looked_at_is_verified_against_a_decoy_once()
    {
        var verifier = new CountingVerifier();
        var work = new DecoyVerification([verifier], new DecoyKeys(2048));
        var credential = new BasicSecret("nobody", "secret");
        var done = new CheckTrace();

        await work.CatchUpAsync("nobody", credential, done, TestContext.Current.CancellationToken);
        done.Check(Rules.SecretValue, false, "", "");
        await work.CatchUpAsync("nobody", credential, done, TestContext.Current.CancellationToken);

        Assert.Equal(1, verifier.Count);
    }

    private static bool Assertions(ClientMetadata decoy, string jwt) =>
        PrivateKeyJwt.Fitting(
            decoy.Jwks!.Keys,
            DecodedJwt.Parse(jwt),
            new KeyChoice(KeyIdPolicy.Optional, 1),
            new CheckTrace()
        )
            is [_];

    private sealed class CountingVerifier() : MethodVerifier(TokenEndpointAuthMethods.ClientSecretBasic)
    {
        public int Count { get; private set; }

        public override bool Expects(PresentedCredential credential) => true;

        public override Task<AuthenticatedClient?> VerifyAsync(
            RegisteredClient client,
            PresentedCredential credential,
            CheckTrace trace,
            CancellationToken cancellationToken
        )
        {
            Count++;
            return When(false, client);
        }
    }
}
