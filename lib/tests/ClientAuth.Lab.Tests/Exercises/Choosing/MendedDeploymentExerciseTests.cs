using System.Security.Cryptography;
using ClientAuth.Client;
using ClientAuth.Lab.Exercises;
using ClientAuth.Protocol;
using ClientAuth.Visuals;
using static ClientAuth.Client.ClientAuthenticationMethodConfiguration;

namespace ClientAuth.Lab.Tests.Exercises.Choosing;

/// <summary>The second exercise of lesson 08: the stub, solutions, and what a mistake is told.</summary>
public sealed class MendedDeploymentExerciseTests
{
    [Fact]
    public async Task The_stub_is_not_done_yet() =>
        Assert.IsType<ExerciseResult.NotDoneYet>(await JudgeAsync(_ => Teams()));

    [Fact]
    public async Task The_solution_is_solved() =>
        Assert.IsType<ExerciseResult.Solved>(
            await JudgeAsync(key =>
                (
                    new ClientMetadata
                    {
                        ClientId = "courier",
                        TokenEndpointAuthMethod = "private_key_jwt",
                        Jwks = new JwkSet { Keys = [Jwk.FromPublicKey(key)] },
                    },
                    new SignedJwt.Asymmetric(key, "ES256")
                )
            )
        );

    [Fact]
    public async Task A_kid_and_an_algorithm_may_be_said_where_they_agree() =>
        Assert.IsType<ExerciseResult.Solved>(
            await JudgeAsync(key =>
                (
                    new ClientMetadata
                    {
                        ClientId = "any",
                        TokenEndpointAuthMethod = "private_key_jwt",
                        TokenEndpointAuthSigningAlg = "ES256",
                        Jwks = new JwkSet { Keys = [Jwk.FromPublicKey(key) with { Kid = "mine" }] },
                    },
                    new SignedJwt.Asymmetric(key, "ES256", "mine")
                )
            )
        );

    [Fact]
    public async Task The_model_says_why_a_method_does_not_fit_the_team()
    {
        var broken = Assert.IsType<ExerciseResult.Broken>(
            await JudgeAsync(_ =>
                (new ClientMetadata { ClientId = "courier", ClientSecret = "shipped" }, new Secret("shipped"))
            )
        );

        Assert.Equal(
            "the method for: production, mixed, pki, keystore, often, foreign-tls, no-profile",
            broken.Expected
        );
        Assert.Equal("client_secret_basic", broken.Seen);
        Assert.StartsWith(
            "The model says of it: ruled out. One user unzips one copy and has the secret of all.",
            broken.Hint,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_servers_refusal_is_shown()
    {
        var broken = Assert.IsType<ExerciseResult.Broken>(
            await JudgeAsync(key =>
                (
                    new ClientMetadata
                    {
                        ClientId = "courier",
                        TokenEndpointAuthMethod = "private_key_jwt",
                        Jwks = new JwkSet { Keys = [Jwk.FromPublicKey(key)] },
                    },
                    new SignedJwt.Asymmetric(key, "ES256", "courier-key")
                )
            )
        );

        Assert.EndsWith(", at assertion.key", broken.Seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_lesson_shows_the_first_refusal_and_after_the_mend_none()
    {
        await using var lab = await LessonLab.OpenAsync();

        Assert.Contains(
            "check     client.method",
            Assert.IsType<RefusalView>(await lab.SendDeployedAsync(_ => Teams())).ToString(),
            StringComparison.Ordinal
        );
        Assert.IsType<DecisionTraceView>(
            await lab.SendDeployedAsync(key =>
                (
                    new ClientMetadata
                    {
                        ClientId = "courier",
                        TokenEndpointAuthMethod = "private_key_jwt",
                        Jwks = new JwkSet { Keys = [Jwk.FromPublicKey(key)] },
                    },
                    new SignedJwt.Asymmetric(key, "ES256")
                )
            )
        );
    }

    [Fact]
    public async Task An_exception_in_the_mend_is_shown_and_does_not_stop_the_lesson()
    {
        await using var lab = await LessonLab.OpenAsync();

        var shown = await lab.SendDeployedAsync(_ => throw new InvalidOperationException("no key"));

        Assert.StartsWith("The code for the install does not run\n", $"{shown}", StringComparison.Ordinal);
        Assert.Contains("The code threw InvalidOperationException: no key", $"{shown}", StringComparison.Ordinal);
    }

    private static (ClientMetadata, ClientAuthenticationMethodConfiguration) Teams() =>
        (
            new ClientMetadata
            {
                ClientId = "courier",
                TokenEndpointAuthMethod = "tls_client_auth",
                TlsClientAuthSubjectDn = "CN=courier",
            },
            new Secret("the same in every copy of the app")
        );

    private static Task<ExerciseResult> JudgeAsync(
        Func<ECDsa, (ClientMetadata Registered, ClientAuthenticationMethodConfiguration App)> mend
    ) => new LessonExercises().MendedDeployment.JudgeAsync(mend, TestContext.Current.CancellationToken);
}
