using System.Text;
using NotebookEngine.Failures;

namespace NotebookEngine.Tests.Failures;

public sealed class ShortValueTests
{
    public static TheoryData<string, object?, string> Values =>
        new()
        {
            { "count", 3, "3" },
            { "ratio", 1.5, "1.5" },
            { "ok", true, "true" },
            { "nothing", null, "null" },
            { "word", "two\nlines\tof  text", "\"two lines of text\"" },
            {
                "items",
                new List<int> { 1, 2 },
                "(List, 2 items)"
            },
            { "place", new Uri("https://as.example/token"), "https://as.example/token" },
            { "text", new StringBuilder("abc"), "abc" },
            { "tokenCount", 3, "3" },
        };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_is_one_short_line(string name, object? value, string expected) =>
        Assert.Equal(expected, ShortValue.Of(name, value?.GetType() ?? typeof(object), value));

    [Fact]
    public void Eighty_characters_are_the_limit()
    {
        var text = ShortValue.Of("text", typeof(string), new string('x', 100));

        Assert.Equal($"\"{new string('x', 78)}…", text);
        Assert.Equal(80, text.Length);
    }

    [Theory]
    [InlineData("client_secret")]
    [InlineData("Password")]
    [InlineData("signingKey")]
    [InlineData("accessToken")]
    [InlineData("clientAssertion")]
    public void A_string_named_like_a_secret_is_described(string name) =>
        Assert.Equal("(string, 6 characters)", ShortValue.Of(name, typeof(string), "hidden"));

    [Theory]
    [InlineData("eyJhbGciOiJIUzI1NiJ9.e30.c2ln")]
    [InlineData("-----BEGIN PRIVATE KEY-----")]
    [InlineData("Basic Y2xpZW50OnNlY3JldA==")]
    [InlineData("grant_type=client_credentials&client_secret=hidden")]
    public void A_string_that_looks_like_a_secret_is_described(string text)
    {
        Assert.Equal($"(string, {text.Length} characters)", ShortValue.Of("x", typeof(string), text));
        Assert.Equal("(StringBuilder)", ShortValue.Of("x", typeof(StringBuilder), new StringBuilder(text)));
    }

    [Fact]
    public void An_object_named_like_a_secret_is_described_by_its_type() =>
        Assert.Equal("(StringBuilder)", ShortValue.Of("secret", typeof(StringBuilder), new StringBuilder("hidden")));

    [Fact]
    public void A_ToString_that_throws_is_described() =>
        Assert.Equal(
            "(Hostile, whose ToString threw NotSupportedException)",
            ShortValue.Of("x", typeof(Hostile), new Hostile())
        );

    private sealed class Hostile
    {
        public override string ToString() => throw new NotSupportedException();
    }
}
