namespace Architecture.Tests;

/// <summary>Whether a test that lacks its tool is skipped or fails.</summary>
public sealed class RequiredToolsTests
{
    [Theory]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("all", true)]
    public void A_missing_tool_is_a_failure_only_where_all_are_promised(string? value, bool fails) =>
        Assert.Equal(fails, RequiredTools.IsAll(value));

    [Theory]
    [InlineData("ALL")]
    [InlineData("true")]
    public void Any_other_value_is_refused_and_not_taken_for_a_promise_or_for_none(string value)
    {
        var error = Assert.Throws<InvalidOperationException>(() => RequiredTools.IsAll(value));

        Assert.Equal(
            $"CLIENT_AUTH_CHECKS is '{value}'. Set it to 'all' where no test may be skipped for want of a tool, or leave it out.",
            error.Message
        );
    }

    [Fact]
    public void No_test_takes_the_variable_of_hosted_runners_for_a_promise_of_tools()
    {
        // Hosted runners set CI on every system, and lack some of the tools.
        const string read = "GetEnvironmentVariable(\"" + "CI\")";
        var tests = Path.Combine(Repository.Root, "lib", "tests");

        var readers = Directory
            .EnumerateFiles(tests, "*.cs", SearchOption.AllDirectories)
            .Where(file => File.ReadAllText(file).Contains(read, StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(tests, file));

        Assert.Empty(readers);
    }

    [Fact]
    public void A_program_that_is_on_the_path_is_found_and_another_is_not()
    {
        Assert.True(RequiredTools.IsThere("dotnet"));
        Assert.False(RequiredTools.IsThere("no-program-has-this-name"));
    }
}
