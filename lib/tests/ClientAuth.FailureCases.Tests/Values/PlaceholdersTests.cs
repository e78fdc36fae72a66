using System.Text.Json.Nodes;
using ClientAuth.FailureCases.Values;

namespace ClientAuth.FailureCases.Tests.Values;

public sealed class PlaceholdersTests
{
    private static Placeholders Values()
    {
        var values = new Placeholders();
        values.Set("secret", "a b{issuer}");
        values.Set("issuer", "https://localhost:1");
        values.Set("first.header.dpop-nonce", "n");
        values.Set("now", offset => $"{1000 + int.Parse("0" + offset.TrimStart('+'), null)}");
        values.Set("jwk", name => $$"""{"kid":"{{name}}"}""");
        return values;
    }

    [Theory]
    [InlineData("{issuer}/par", "https://localhost:1/par")]
    [InlineData("{secret}", "a b{issuer}")]
    [InlineData("{secret|form}", "a%20b%7Bissuer%7D")]
    [InlineData("{issuer|upper}", "HTTPS://LOCALHOST:1")]
    [InlineData("{issuer|base64}", "aHR0cHM6Ly9sb2NhbGhvc3Q6MQ==")]
    [InlineData("{now+300}", "1300")]
    [InlineData("{first.header.dpop-nonce}", "n")]
    [InlineData("{\"iss\":\"{issuer}\"}", "{\"iss\":\"https://localhost:1\"}")]
    [InlineData("{}", "{}")]
    public void Template_is_filled_in_once(string template, string expected) =>
        Assert.Equal(expected, Values().Expand(template));

    [Theory]
    [InlineData("{unknown}", "there is no value for the placeholder '{unknown}' here")]
    [InlineData("{issuer|reversed}", "there is no filter 'reversed'")]
    public void What_is_unknown_is_named(string template, string problem)
    {
        var error = Assert.Throws<UnusableCaseException>(() => Values().Expand(template));

        Assert.Equal(problem, error.Message);
    }

    [Fact]
    public void Inner_value_hides_the_outer_one_and_leaves_it_as_it_is()
    {
        var outer = Values();
        var inner = new Placeholders(outer);
        inner.Set("issuer", "mine");

        Assert.Equal("mine", inner.Expand("{issuer}"));
        Assert.Equal("n", inner.Expand("{first.header.dpop-nonce}"));
        Assert.Equal("https://localhost:1", outer.Expand("{issuer}"));
    }

    [Theory]
    [InlineData("\"{now+60}\"", "1060")]
    [InlineData("\"at {now+60}\"", "\"at 1060\"")]
    [InlineData("[\"{issuer}\", 1e400, null, true]", "[\"https://localhost:1\",1e400,null,true]")]
    [InlineData("\"{jwk:other}\"", "{\"kid\":\"other\"}")]
    [InlineData("{\"...\": \"{jwk:other}\", \"use\": \"enc\"}", "{\"kid\":\"other\",\"use\":\"enc\"}")]
    [InlineData("{\"...\": \"{jwk:other}\", \"kid\": \"mine\"}", "{\"kid\":\"mine\"}")]
    public void JSON_is_filled_in_and_keeps_its_numbers(string template, string expected) =>
        Assert.Equal(expected, Values().Resolve(JsonNode.Parse(template))!.ToJsonString());

    [Theory]
    [InlineData("5", "5")]
    [InlineData("null", "null")]
    [InlineData("\"{issuer}\"", "\"{issuer}\"")]
    public void What_is_no_object_cannot_be_spread(string value, string seen)
    {
        var template = JsonNode.Parse($$"""{"...": {{value}}}""");

        var error = Assert.Throws<UnusableCaseException>(() => Values().Resolve(template));

        Assert.Equal($"the member '...' needs an object, whose members replace it; it has {seen}", error.Message);
    }
}
