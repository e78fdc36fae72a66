using ClientAuth.Lab.Choosing;

namespace ClientAuth.Lab.Tests.Choosing;

public sealed class DecisionTableTests
{
    [Fact]
    public void Every_situation_is_in_one_row_which_recommends_what_the_model_does()
    {
        var model = DecisionModel.Load();
        var rows = DecisionTable.Of(model);

        Assert.All(
            model.Situations,
            situation =>
            {
                var row = Assert.Single(
                    rows,
                    row => row.Answers.All(answers => answers.Value.Contains(situation[answers.Key]))
                );
                Assert.Equal(model.Recommend(situation).Method, row.Method);
            }
        );
        Assert.InRange(rows.Count, model.Methods.Count, 24);
    }
}
