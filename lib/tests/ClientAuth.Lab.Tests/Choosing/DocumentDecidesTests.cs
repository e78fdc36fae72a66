using ClientAuth.Lab.Choosing;

namespace ClientAuth.Lab.Tests.Choosing;

/// <summary>
/// What the SDK's documentation decides by itself, sentence by sentence: in each situation that a sentence speaks of, and no profile
/// overrules it, the model says the same.
/// </summary>
public sealed class DocumentDecidesTests
{
    private static readonly DecisionModel Model = DecisionModel.Load();

    [Fact]
    public void For_most_production_mobile_apps_attestation_handles_client_identity() =>
        AssertDecided("attestation", "production", "attests");

    [Fact]
    public void When_attestation_cannot_be_used_the_client_must_authenticate_by_another_method() =>
        Assert.All(
            Of("older").Concat(Of("simulator")).Concat(Of("mixed")),
            recommendation => Assert.NotEqual("attestation", recommendation.Method.Id)
        );

    [Theory]
    [InlineData("mixed")]
    [InlineData("older")]
    [InlineData("simulator")]
    public void Production_deployments_that_need_a_fallback_typically_use_Signed_JWT_asymmetric(string platform) =>
        AssertDecided("signed-jwt-asymmetric", "production", platform, "no-pki");

    [Theory]
    [InlineData("keystore")]
    [InlineData("software")]
    public void Mutual_TLS_suits_environments_where_a_public_key_infrastructure_already_exists(string storage) =>
        Assert.All(
            ((string[])["mixed", "older", "simulator"]).SelectMany(platform =>
                Of("production", platform, "pki", "own-tls", storage)
                    .Concat(Of("controlled", platform, "pki", "own-tls", storage))
            ),
            recommendation => Assert.Equal("mutual-tls", recommendation.Method.Id)
        );

    [Fact]
    public void Mutual_TLS_requires_certificate_provisioning_and_renewal_infrastructure() =>
        Assert.All(Of("no-pki"), recommendation => Assert.NotEqual("mutual-tls", recommendation.Method.Id));

    [Theory]
    [InlineData("mixed")]
    [InlineData("older")]
    [InlineData("simulator")]
    public void Secret_stays_in_development_and_prototyping(string platform) =>
        AssertDecided("secret", "development", platform);

    [Fact]
    public void Do_not_ship_it() =>
        Assert.All(Of("production"), recommendation => Assert.NotEqual("secret", recommendation.Method.Id));

    [Fact]
    public void A_secret_is_appropriate_for_development_or_controlled_environments_only() =>
        Assert.All(
            Model.Situations.Select(Model.Recommend).Where(recommendation => recommendation.Method.Id == "secret"),
            recommendation => Assert.NotEqual("production", recommendation.Situation["environment"])
        );

    [Fact]
    public void The_signing_material_can_live_in_the_Keychain_or_Keystore() =>
        Assert.All(
            Of("keystore").Where(recommendation => recommendation.Method.Id == "signed-jwt-asymmetric"),
            recommendation => Assert.Contains(recommendation.Reasons, r => r.Rule == "the-key-stays-on-the-device")
        );

    [Fact]
    public void The_configuration_is_decoupled_from_the_transport() =>
        Assert.All(
            Of("production", "mixed", "pki", "foreign-tls"),
            recommendation => Assert.Equal("signed-jwt-asymmetric", recommendation.Method.Id)
        );

    private static void AssertDecided(string method, params IReadOnlyList<string> answers) =>
        Assert.All(Of([.. answers, "no-profile"]), recommendation => Assert.Equal(method, recommendation.Method.Id));

    /// <summary>The recommendations of all situations with these answers.</summary>
    private static IEnumerable<Recommendation> Of(params IReadOnlyList<string> answers)
    {
        var questions = answers.ToDictionary(answer =>
            Model.Inputs.Single(input => input.Values.Any(value => value.Id == answer)).Id
        );
        return Model
            .Situations.Where(situation => questions.All(question => situation[question.Key] == question.Value))
            .Select(Model.Recommend);
    }
}
