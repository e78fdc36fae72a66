using NotebookEngine.Outputs;
using NotebookEngine.Tests.Execution;

namespace NotebookEngine.Tests.Sessions;

/// <summary>Recursion without end fails its cell, wherever it hides: a stack overflow would end the process, and this one with it.</summary>
public sealed class RecursionTests(Engine engine)
{
    [Theory]
    [InlineData("Func<int, int> f = null;\nf = n => f(n + 1) + 1;\nf(0)")]
    [InlineData("Action f = null;\nf = () => f();\nf();")]
    [InlineData("Func<Exception> f = null;\nf = () => throw f();\nf()")]
    [InlineData("Func<int, Func<int>> f = null;\nf = n => () => f(n)();\nf(0)()")]
    [InlineData("class A { public static A operator +(A x, A y) => x + y; }\nnew A() + new A()")]
    [InlineData("class A { public static bool operator !(A x) => !x; }\n!new A()")]
    [InlineData("class A { public static implicit operator A(int n) => n; }\nA a = 1;")]
    [InlineData("class A { public A(int n) => new A(n); }\nnew A(1)")]
    [InlineData("class A { A a = new A(); }\nnew A()")]
    [InlineData("class A { public A Next { get; } = new(); }\nnew A()")]
    [InlineData("record R(int N) { public R Next { get; set; } }\nvar r = new R(1); r.Next = r;\nr.GetHashCode()")]
    [InlineData("record R(int N) { public R Next { get; set; } }\nvar r = new R(1); r.Next = r;\nr.ToString()")]
    [InlineData(
        "abstract record S;\nsealed record R(S Of) : S { public S Next { get; set; } }\nvar r = new R(null); r.Next = r;\nr.GetHashCode()"
    )]
    public async Task A_cell_fails_for_it_and_the_next_runs(string source)
    {
        using var session = new InterruptedSession(engine);

        var failure = await session.RunAsync(source);

        Assert.Equal(typeof(InsufficientExecutionStackException).FullName, failure?.Name);
        Assert.Null(await session.RunAsync("Console.Write(1 + 2);"));
        Assert.Equal("3", session.Printed);
    }

    public static TheoryData<string, string> Cells =>
        new()
        {
            {
                "using System.Linq.Expressions;\nExpression<Func<IEnumerable<int>, IEnumerable<int>>> e = xs => xs.Select(x => x + 1);\ne.ToString()",
                "xs => xs.Select(x => (x + 1))"
            },
            { "new[] { 1, 2 }.AsQueryable().Where(x => x > 1).Select(x => x * 2).Single()", "4" },
            { "Task.Run(async () => await Task.FromResult(5)).Result", "5" },
            { "var n = 0;\nAction<int> add = x => n += x;\nadd(3);\nn", "3" },
            {
                "int[] all = { 1, 2 };\nFuncRef f = (ref int[] a) => ref a[0];\ndelegate ref int FuncRef(ref int[] a);\nf(ref all) = 9;\nall[0]",
                "9"
            },
            { "Func<int, Func<int, int>> add = x => y =>\n  // both\n  x + y;\nadd(1)(2)", "3" },
            {
                "class A { public Func<int, int> F = x => x + 1; public List<int> L = new() { 1 }; public byte B = byte.Parse(\"1\"); }\nvar a = new A();\na.F(1) + a.L.Count + a.B",
                "4"
            },
            {
                "interface IX { }\nrecord H<T>(T N) : IX;\nsealed record S;\nrecord B(int N);\nrecord D(int N) : B(N);\nnew H<int>(1) == new H<int>(1) && new S() == new S() && new B(1) != new D(1) && new D(1) == new D(1)",
                "true"
            },
        };

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task A_cell_gives_what_it_gives_without_checks(string source, string expected)
    {
        using var session = new InterruptedSession(engine);

        Assert.Null(await session.RunAsync(source));

        var shown = Assert.IsType<CellOutput.Returned>(Assert.Single(session.Shown)).Data.Text;
        Assert.Equal(expected, shown, ignoreCase: true);
        Assert.Equal(
            source.Count(letter => letter == '\n'),
            session.Session.Script!.Code.Count(letter => letter == '\n')
        );
    }
}
