using ClientAuth.MockServer.Jwt;
using ClientAuth.MockServer.Tests.Lab;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Tests.Jwt;

public sealed class TimeClaimTests
{
    [Theory]
    [InlineData("1795961808904", "1795961808904 (no time in seconds: too large)")]
    [InlineData("-1", "-1")]
    [InlineData("\"1795961808\"", "\"1795961808\"")]
    public void Of_what_is_no_time_a_trace_says_where_the_number_is_too_large(string value, string seen)
    {
        var payload = TestAssertion.Encode("{\"exp\":" + value + "}");
        var jwt = DecodedJwt.Parse($"{TestAssertion.Encode("{}")}.{payload}.AA");

        Assert.Equal(new TimeClaim(null, false, seen), TimeClaim.Read(jwt, "exp"));
    }
}
