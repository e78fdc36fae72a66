using NotebookEngine.Outputs;
using NotebookEngine.Tests.Execution;

namespace NotebookEngine.Tests.Compiling;

/// <summary>A cell means what it meant before checks were written into it.</summary>
public sealed class InterruptionChecksTests(Engine engine)
{
    public static TheoryData<string, string> Cells =>
        new()
        {
            { "var n = 0;\nfor (var i = 0; i < 3; i++) n += i;\nn", "3" },
            { "var n = 0;\nwhile (n < 3)\n  if (n == 1) n += 5; else n++; // done\nn", "6" },
            { "var n = 0;\ndo n++; while (n < 4);\nn", "4" },
            { "var n = 0;\nforeach (var (a, b) in new[] { (1, 2) }) n = a + b;\nn", "3" },
            {
                "var n = 0;\nforeach (var a in new[] { 1, 2 })\n#if NEVER\n  nonsense\n#else\n  n += a;\n#endif\nn",
                "3"
            },
            { "int Fib(int n) => n < 2 ? n : Fib(n - 1) + Fib(n - 2);\nFib(10)", "55" },
            { "int seen = 0;\nvoid Set(int n) => seen = n;\nSet(4);\nseen", "4" },
            {
                "int Never() => throw new NotSupportedException();\ntry { Never(); } catch (NotSupportedException) { }\n5",
                "5"
            },
            { "async Task Wait() => await Task.Yield();\nawait Wait();\n1", "1" },
            { "async System.Threading.Tasks.ValueTask Wait() => await Task.Yield();\nawait Wait();\n1", "1" },
            { "async Task<int> Get() => await Task.FromResult(6);\nawait Get()", "6" },
            { "int[] all = { 1, 2 };\nref int First() => ref all[0];\nFirst() = 9;\nall[0]", "9" },
            { "IEnumerable<int> Upto(int n) { for (var i = 1; i <= n; i++) yield return i; }\nUpto(3).Sum()", "6" },
            {
                "async IAsyncEnumerable<int> Some() { yield return 1; await Task.Yield(); yield return 2; }\n"
                    + "var n = 0;\nawait foreach (var i in Some()) n += i;\nn",
                "3"
            },
            {
                "System.Linq.Expressions.Expression<Func<int, int>> twice = n => n * 2;\ntwice.Compile()(4) + twice.Body.ToString()",
                "8(n * 2)"
            },
            {
                "string Word(int n) { switch (n) { case 1: var w = \"one\"; return w; case 2: goto case 1; default: return \"many\"; } }\nWord(2)",
                "one"
            },
            { "var n = 0;\nagain: n++;\nif (n < 3) goto again;\nn", "3" },
            {
                "unsafe int Sum() { int s = 0; int* p = &s; for (var i = 0; i < 3; i++) *p += i; return checked(s); }\nSum()",
                "3"
            },
            {
                "record Point(int X) { public int Twice { get { return 2 * X; } } public Point() : this(3) { } }\nnew Point().Twice",
                "6"
            },
            { "var text = \"\"\"\n  while (true) { }\n  \"\"\";\ntext", "while (true) { }" },
            { "#!time\nvar n = 0;\nfor (;;) { if (++n > 2) break; }\nn", "3" },
            { "Func<Func<int>> outer = () => { return () => { return 7; }; };\nouter()()", "7" },
            { "Func<int, Task<int>> f = async n => { await Task.Yield(); return n; };\nawait f(8)", "8" },
            { "Action<int> f = delegate (int n) { Console.Write(n); };\nf(1);\n2", "2" },
            {
                "struct Two { public int A; public Two(int a) { A = a; } public static Two operator +(Two x, Two y) { return new Two(x.A + y.A); } }\n(new Two(1) + new Two(2)).A",
                "3"
            },
            { "if (3 is int three && three > 2) { return three; }\nreturn 0;", "3" },
            {
                "interface IWord { string Text() => \"hi\"; }\nclass Word : IWord { }\n((IWord)new Word()).Text()",
                "hi"
            },
            { "T Same<T>(T x) where T : class => x;\nSame(\"s\")", "s" },
            { "int seven = 7;\nint Seven => seven;\nSeven", "7" },
            { "int[] all = { 1, 2 };\nref int First => ref all[0];\nFirst = 9;\nall[0]", "9" },
            {
                "class Pair { int _n; public int N { get => _n; init => _n = value; } public int this[int i] => i + _n; }\nnew Pair { N = 3 }[1]",
                "4"
            },
            { "struct Word { public readonly string Text =>\n  \"t\"; }\nnew Word().Text", "t" },
            { "string Text() =>\n  // why\n  \"t\";\nText()", "t" },
        };

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task A_cell_with_loops_and_bodies_gives_what_it_gave(string source, string expected)
    {
        using var session = new InterruptedSession(engine);

        Assert.Null(await session.RunAsync(source));

        Assert.Equal(expected, Assert.IsType<CellOutput.Returned>(Assert.Single(session.Shown)).Data.Text);
        Assert.Contains("Interruption.Check();", session.Session.Script!.Code);
        Assert.Equal(
            source.Count(letter => letter == '\n'),
            session.Session.Script.Code.Count(letter => letter == '\n')
        );
    }

    [Theory]
    [InlineData("int Self => Self;\nSelf")]
    [InlineData("class Word { public string Text { get => Text; set => Text = value; } }\nnew Word().Text")]
    [InlineData("class Word { public string Text { get => \"\"; set => Text = value; } }\nnew Word { Text = \"a\" }")]
    [InlineData("class Word { public int this[int i] => this[i + 1]; }\nnew Word()[0]")]
    public async Task A_property_that_calls_itself_fails_the_cell_alone(string source)
    {
        var failure = (await engine.RunAsync(new NotebookText().Code("a", source)))["a"].Failure!;

        Assert.Equal(typeof(InsufficientExecutionStackException).FullName, failure.Name);
    }

    [Theory]
    [InlineData("for (;;) { nothing(); }", 1, 12)]
    [InlineData("int Two() => two;", 1, 14)]
    [InlineData("var a = 1;\n\tnothing(); while (true) nothing();", 2, 2)]
    [InlineData("void F() { while (true) { } } G();", 1, 31)]
    public async Task An_error_has_the_column_that_the_learner_sees(string source, int line, int column)
    {
        var failure = (await engine.RunAsync(new NotebookText().Code("a", source)))["a"].Failure!;

        Assert.Equal((line, column), (failure.Line, failure.Column));
    }

    [Fact]
    public async Task A_call_that_is_refused_is_quoted_as_it_was_written()
    {
        var result = await engine.RunAsync(
            new NotebookText().Code("a", "while (true) { Environment.Exit(new Func<int>(() => { return 1; })()); }")
        );

        Assert.StartsWith(
            "'Environment.Exit(new Func<int>(() => { return 1; })())' would",
            result["a"].Failure!.Message
        );
    }
}
