using System.Text.Json.Nodes;

namespace NotebookEngine.Tests.Kernel;

public sealed class UserExpressionTests(Engine engine) : IDisposable
{
    private readonly KernelInProcess _kernel = KernelInProcess.Start(engine);

    public void Dispose() => _kernel.Dispose();

    [Fact]
    public void Expressions_see_what_the_cell_has_left_and_leave_nothing_themselves()
    {
        var (reply, published) = _kernel.Client.Execute(
            "var x = 40;",
            new()
            {
                ["user_expressions"] = new JsonObject
                {
                    ["sum"] = "x + 2",
                    ["nothing"] = "(string)null",
                    ["loud"] = "((Func<int>)(() => { Console.WriteLine(\"loud\"); return 1; }))()",
                    ["wrong"] = "y",
                    ["thrown"] = "int.Parse(\"z\")",
                    ["declared"] = "var trace = 1;",
                },
            }
        );

        var expressions = reply.Content["user_expressions"]!;
        Assert.Equal("42", expressions["sum"]!["data"]!["text/plain"]!.GetValue<string>());
        Assert.Equal("{}", expressions["sum"]!["metadata"]!.ToJsonString());
        Assert.Equal("null", expressions["nothing"]!["data"]!["text/plain"]!.GetValue<string>());
        Assert.Equal("1", expressions["loud"]!["data"]!["text/plain"]!.GetValue<string>());
        Assert.Equal("error", expressions["wrong"]!["status"]!.GetValue<string>());
        Assert.Equal("CS0103", expressions["wrong"]!["ename"]!.GetValue<string>());
        Assert.Equal("System.FormatException", expressions["thrown"]!["ename"]!.GetValue<string>());
        Assert.Equal(["busy", "input 1", "idle"], published.Select(message => message.ToString()));
        Assert.Equal("CS0103", _kernel.Client.Execute("trace").Reply.Content["ename"]!.GetValue<string>());
        Assert.Equal("value 3: 40", _kernel.Client.Execute("x").Published[2].ToString());
    }

    [Fact]
    public void After_a_failure_no_expression_is_evaluated()
    {
        var (reply, _) = _kernel.Client.Execute(
            "var touched = false; throw new Exception();",
            new() { ["user_expressions"] = new JsonObject { ["touch"] = "touched = true" } }
        );

        Assert.Equal("error", reply.Status);
        Assert.Null(reply.Content["user_expressions"]);
        Assert.Equal("value 2: False", _kernel.Client.Execute("touched").Published[2].ToString());
    }

    [Fact]
    public void A_cell_without_text_may_ask_for_expressions_alone()
    {
        _kernel.Client.Execute("var x = 1;");

        var (reply, _) = _kernel.Client.Execute(
            "",
            new()
            {
                ["silent"] = true,
                ["user_expressions"] = new JsonObject { ["x"] = "x" },
            }
        );

        Assert.Equal("1", reply.Content["user_expressions"]!["x"]!["data"]!["text/plain"]!.GetValue<string>());
    }
}
