using System.Text.Json.Nodes;

namespace NotebookEngine.Tests.Kernel;

/// <summary>What would end a process by a stack overflow leaves a kernel alive, in a process of its own.</summary>
public sealed class SurvivalTests : IDisposable
{
    private readonly KernelOnItsOwn _kernel = KernelOnItsOwn.Start();

    private WireClient Client => _kernel.Client;

    public void Dispose() => _kernel.Dispose();

    [Fact]
    public void Recursion_and_a_value_that_contains_itself_end_their_cells_alone()
    {
        string[] failing =
        [
            "Func<int, int> f = null;\nf = n => f(n + 1) + 1;\nf(0)",
            "class A { public static A operator +(A x, A y) => x + y; }\nnew A() + new A()",
            "class B { B b = new B(); }\nnew B()",
        ];

        Assert.All(failing, cell => Assert.Equal("error", Client.Execute(cell).Reply.Status));
        Assert.Equal("ok", Client.Execute("var a = new List<object>(); a.Add(a);\na").Reply.Status);
        Assert.True(_kernel.IsAlive);
        Assert.Equal("ok", Client.Execute("1").Reply.Status);
    }

    // One kernel for all: to start one takes longer than its answers.
    [Fact]
    public void A_chain_of_any_kind_and_length_is_refused()
    {
        foreach (var (beginning, link, count) in Chains)
        {
            var code = beginning + string.Concat(Enumerable.Repeat(link, count));
            var at = new JsonObject { ["code"] = code, ["cursor_pos"] = code.Length };

            Assert.Equal("ok", Client.Ask(Client.Shell, "complete_request", at.DeepClone().AsObject()).Status);
            Assert.Equal("ok", Client.Ask(Client.Shell, "inspect_request", at).Status);
            Assert.NotNull(Client.Ask(Client.Shell, "is_complete_request", new JsonObject { ["code"] = code }).Status);
            Assert.Equal("error", Client.Execute(code).Reply.Status);
            Assert.True(_kernel.IsAlive, link);
        }
    }

    private static readonly (string Beginning, string Link, int Count)[] Chains =
    [
        ("var t = a", ".b", 8_000),
        ("var t = a", ".B()", 8_000),
        ("var t = 1", " + 1", 8_000),
        ("var t = ", "true ? 1 : ", 8_000),
        ("var t = a", " ?? b", 8_000),
        ("if (a) { } ", "else if (a) { } ", 8_000),
    ];
}
