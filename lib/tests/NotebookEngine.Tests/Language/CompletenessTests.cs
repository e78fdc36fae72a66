using NotebookEngine.Language;

namespace NotebookEngine.Tests.Language;

public sealed class CompletenessTests(Engine engine) : IDisposable
{
    private readonly LanguageSession _session = new(engine);

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("1 + 1")]
    [InlineData("var x = 1;")]
    [InlineData("// nothing but this")]
    [InlineData("if (true) { }")]
    [InlineData("class C\n{\n}\n")]
    [InlineData("Console.WriteLine(undeclared)")]
    [InlineData("await Task.Yield()")]
    [InlineData("#!time\nvar x = 1;")]
    [InlineData("#r \"x.dll\"")]
    [InlineData("var s = \"{\";")]
    public void What_can_be_run_is_complete(string code) =>
        Assert.Equal(new Completeness(CompletenessStatus.Complete, ""), _session.Language.IsComplete(code));

    [Theory]
    [InlineData("if (true) {", 4)]
    [InlineData("if (true)\n{\n", 4)]
    [InlineData("class A\n{\n    void B()\n    {\n", 8)]
    [InlineData("for (;;) { if (true) {\n }", 4)]
    [InlineData("var list = new List<int> {\n    1,", 4)]
    [InlineData("if (true) {\n\n", 4)]
    [InlineData("Console.WriteLine(", 0)]
    [InlineData("1 +", 0)]
    [InlineData("var x = 1", 0)]
    [InlineData("int F() => 1", 0)]
    [InlineData("if (true)", 0)]
    [InlineData("var s = \"\"\"\n  {", 0)]
    [InlineData("var s = $\"{x", 0)]
    [InlineData("/* { ", 0)]
    [InlineData("#if A\n1", 0)]
    public void What_goes_on_is_incomplete_and_indented_by_its_open_blocks(string code, int spaces) =>
        Assert.Equal(
            new Completeness(CompletenessStatus.Incomplete, new string(' ', spaces)),
            _session.Language.IsComplete(code)
        );

    [Theory]
    [InlineData("}")]
    [InlineData("x y z")]
    [InlineData("var x = ;")]
    [InlineData("class C { } }")]
    [InlineData("#r")]
    [InlineData("#!html\n<b>x</b>")]
    [InlineData("#r \"nuget: Some.Package, 1.0\"")]
    public void What_no_further_line_would_mend_is_invalid(string code) =>
        Assert.Equal(new Completeness(CompletenessStatus.Invalid, ""), _session.Language.IsComplete(code));
}
