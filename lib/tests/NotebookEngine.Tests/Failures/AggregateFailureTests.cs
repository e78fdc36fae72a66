namespace NotebookEngine.Tests.Failures;

/// <summary>A failure names all that an exception wraps, each with the line where it came from.</summary>
public sealed class AggregateFailureTests(Engine engine)
{
    private const string Throwers = """
        void One() => throw new InvalidOperationException("one");
        void Two() => throw new ArgumentException("two");
        Exception Caught(Action action) { try { action(); return null; } catch (Exception e) { return e; } }
        """;

    [Fact]
    public async Task All_that_an_aggregate_wraps_are_named_with_their_lines()
    {
        var details = await DetailsAsync("throw new AggregateException(Caught(One), Caught(Two));");

        Assert.Equal(
            "   because of 1 of 2: System.InvalidOperationException: one (at throwers, line 1: void One() => throw new InvalidOperationException(\"one\");)",
            details[0]
        );
        Assert.Equal(
            "   because of 2 of 2: System.ArgumentException: two (at throwers, line 2: void Two() => throw new ArgumentException(\"two\");)",
            details[1]
        );
    }

    [Fact]
    public async Task What_one_of_them_wraps_stands_below_it()
    {
        var details = await DetailsAsync(
            "throw new AggregateException(new AggregateException(new Exception(\"a\"), new Exception(\"b\", new Exception(\"c\"))), new Exception(\"d\"));"
        );

        Assert.Equal(
            "   because of 1 of 2: System.AggregateException: One or more errors occurred. (a) (b)",
            details[0]
        );
        Assert.Equal("      because of 1 of 2: System.Exception: a", details[1]);
        Assert.Equal("      because of 2 of 2: System.Exception: b", details[2]);
        Assert.Equal("         because of System.Exception: c", details[3]);
        Assert.Equal("   because of 2 of 2: System.Exception: d", details[4]);
    }

    [Fact]
    public async Task Of_very_many_the_first_twenty_are_named()
    {
        var details = await DetailsAsync(
            "throw new AggregateException(Enumerable.Range(0, 1000).Select(n => new Exception($\"number {n}\")));"
        );

        Assert.Equal("   because of 20 of 1000: System.Exception: number 19", details[19]);
        Assert.Equal("   and more", details[20]);
    }

    [Fact]
    public async Task A_chain_of_a_thousand_is_cut_off()
    {
        var details = await DetailsAsync(
            "var e = new Exception(\"0\");\nfor (var n = 1; n < 1_000; n++) e = new Exception($\"{n}\", e);\nthrow e;"
        );

        Assert.Equal("   because of System.Exception: 998", details[0]);
        Assert.Equal("   and more", details[20]);
    }

    [Fact]
    public async Task A_type_whose_initializer_threw_leads_to_the_line_that_threw()
    {
        var details = await DetailsAsync(
            "class Broken { static Broken() => One(); static void One() => throw new Exception(\"x\"); public static int N = 1; }\nBroken.N"
        );

        Assert.StartsWith("   because of System.Exception: x (at failing, line 1: class Broken", details[0]);
    }

    private async Task<IReadOnlyList<string>> DetailsAsync(string source) =>
        (await engine.RunAsync(new NotebookText().Code("throwers", Throwers).Code("failing", source)))["failing"]
            .Failure!
            .Details;
}
