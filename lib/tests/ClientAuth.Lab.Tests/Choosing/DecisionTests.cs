using ClientAuth.Lab.Choosing;

namespace ClientAuth.Lab.Tests.Choosing;

/// <summary>What holds in every situation, whatever the answers.</summary>
public sealed class DecisionTests
{
    private static readonly DecisionModel Model = DecisionModel.Load();

    private static readonly IReadOnlyList<Recommendation> All = [.. Model.Situations.Select(Model.Recommend)];

    [Fact]
    public void Every_combination_of_answers_is_a_situation_once() =>
        Assert.Equal(
            Model.Inputs.Aggregate(1, (product, input) => product * input.Values.Count),
            All.Select(recommendation => recommendation.Situation.ToString()).Distinct().Count()
        );

    [Fact]
    public void Every_situation_has_one_recommendation_with_a_reason_and_the_words_behind_it() =>
        Assert.All(
            All,
            recommendation =>
            {
                Assert.NotEmpty(recommendation.Reasons);
                Assert.All(recommendation.Reasons, reason => Assert.NotEmpty(reason.Sentences));
                Assert.DoesNotContain(recommendation.Others, other => other.Method == recommendation.Method);
            }
        );

    [Fact]
    public void Every_other_method_is_told_why_not() =>
        Assert.All(
            All,
            recommendation =>
            {
                Assert.Equal(Model.Methods.Count - 1, recommendation.Others.Count);
                Assert.All(recommendation.Others, other => Assert.NotEmpty(other.Reasons));
            }
        );

    [Fact]
    public void Every_method_is_recommended_somewhere() =>
        Assert.Equal(
            Model.Methods.Select(method => method.Id).Order(),
            All.Select(recommendation => recommendation.Method.Id).Distinct().Order()
        );

    [Fact]
    public void Every_question_matters_somewhere() =>
        Assert.All(
            Model.Inputs,
            asked =>
                Assert.Contains(
                    All.GroupBy(recommendation => AnswersBut(asked, recommendation.Situation)),
                    same => same.Select(recommendation => recommendation.Method).Distinct().Skip(1).Any()
                )
        );

    [Fact]
    public void A_shared_secret_is_recommended_in_production_nowhere() =>
        Assert.DoesNotContain(Where("environment", "production"), recommendation => Shares(recommendation.Method));

    [Fact]
    public void A_secret_is_ruled_out_in_production_everywhere() =>
        Assert.All(Where("environment", "production"), recommendation => AssertRuledOut(recommendation, "secret"));

    [Fact]
    public void Under_FAPI_only_a_private_key_authenticates() =>
        Assert.All(
            Where("regulation", "fapi"),
            recommendation =>
            {
                Assert.True(recommendation.Method.Id is "signed-jwt-asymmetric" or "mutual-tls");
                AssertRuledOut(recommendation, "secret");
                AssertRuledOut(recommendation, "signed-jwt-symmetric");
                AssertRuledOut(recommendation, "attestation");
            }
        );

    [Fact]
    public void Mutual_TLS_wants_the_handshake_certificates_and_a_place_for_the_key() =>
        Assert.All(
            All.Where(recommendation => recommendation.Method.Id == "mutual-tls"),
            recommendation =>
            {
                Assert.Equal("own-tls", recommendation.Situation["transport"]);
                Assert.Equal("pki", recommendation.Situation["public_key_infrastructure"]);
                Assert.NotEqual("package", recommendation.Situation["key_storage"]);
            }
        );

    [Fact]
    public void No_authentication_is_never_left_where_a_device_may_fail_to_attest() =>
        Assert.All(
            All.Where(recommendation => recommendation.Situation["platform"] != "attests"),
            recommendation => AssertRuledOut(recommendation, "attestation")
        );

    [Fact]
    public void A_key_in_the_package_comes_with_the_condition_to_make_one_on_the_device() =>
        Assert.All(
            Where("key_storage", "package")
                .Where(recommendation => recommendation.Method.Id == "signed-jwt-asymmetric"),
            recommendation =>
                Assert.Contains(recommendation.Conditions, condition => condition.Rule == "make-the-key-on-the-device")
        );

    [Fact]
    public void A_secret_in_the_package_that_must_change_often_comes_with_the_condition_that_says_what_that_takes() =>
        Assert.All(
            Where("key_storage", "package")
                .Where(recommendation => recommendation.Method.Id == "secret")
                .Where(recommendation => recommendation.Situation["rotation"] == "often"),
            recommendation =>
                Assert.Contains(recommendation.Conditions, condition => condition.Rule == "an-update-for-every-change")
        );

    private static IEnumerable<Recommendation> Where(string input, string value) =>
        All.Where(recommendation => recommendation.Situation[input] == value);

    private static string AnswersBut(DecisionInput asked, Situation situation) =>
        string.Join(' ', Model.Inputs.Where(input => input != asked).Select(input => situation[input.Id]));

    private static bool Shares(ChoosableMethod method) => method.Id is "secret" or "signed-jwt-symmetric";

    private static void AssertRuledOut(Recommendation recommendation, string method) =>
        Assert.True(recommendation.Others.Single(other => other.Method.Id == method).IsRuledOut);
}
