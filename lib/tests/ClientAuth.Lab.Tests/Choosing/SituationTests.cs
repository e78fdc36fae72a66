using ClientAuth.Lab.Choosing;

namespace ClientAuth.Lab.Tests.Choosing;

public sealed class SituationTests
{
    private static readonly DecisionModel Model = DecisionModel.Load();

    [Fact]
    public void What_is_not_answered_has_the_first_answer_of_its_question() =>
        Assert.Equal(
            "production, older, no-pki, keystore, often, own-tls, no-profile",
            Model.SituationWith("often", "older").ToString()
        );

    [Fact]
    public void An_answer_that_is_none_is_named_with_those_that_are()
    {
        var error = Assert.Throws<ArgumentException>(() => Model.SituationWith("staging"));

        Assert.StartsWith(
            "'staging' is no answer; there are: production, controlled, development; attests, mixed,",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Two_answers_to_one_question_are_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => Model.SituationWith("production", "development"));

        Assert.StartsWith(
            "'environment' is answered twice; give one of production, controlled, development.",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_recommendation_shows_reasons_words_and_every_other_method()
    {
        var shown = Model.Recommend("mixed").View().ToString();

        Assert.StartsWith("Recommended: Signed JWT, asymmetric\n", shown, StringComparison.Ordinal);
        Assert.Contains(
            "“Production deployments that need a fallback typically use Signed JWT (asymmetric)” (HAAPI SDK documentation",
            shown,
            StringComparison.Ordinal
        );
        Assert.Contains("Secret: ruled out", shown, StringComparison.Ordinal);
        Assert.Contains("Signed JWT, symmetric: would do", shown, StringComparison.Ordinal);
    }
}
