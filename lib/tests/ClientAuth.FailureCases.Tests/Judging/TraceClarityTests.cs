using ClientAuth.FailureCases.Judging;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.FailureCases.Tests.Judging;

/// <summary>What every case of the catalogue is held to: the trace says the value that was seen.</summary>
public sealed class TraceClarityTests
{
    [Theory]
    [InlineData("such a key")]
    [InlineData("2 such secrets")]
    [InlineData("as expected")]
    [InlineData("another")]
    [InlineData("32 other bytes")]
    [InlineData("the hash of something else")]
    [InlineData("one given at 2026-03-01 12:00:00Z")]
    [InlineData("that hash")]
    [InlineData("the same")]
    [InlineData("")]
    public void A_text_that_points_elsewhere_is_a_problem(string seen) =>
        Assert.Equal(
            [$"the trace's line assertion.key does not say what was seen: {seen}"],
            TraceClarity.Problems(TraceOf(seen))
        );

    [Theory]
    [InlineData("kid \"another\", 0 of 2 registered keys")]
    [InlineData("'the same one'")]
    [InlineData("32 bytes 'J1HiXq…' that no registered key made")]
    [InlineData("{\"x5t\":\"such a\"}")]
    [InlineData("nothing")]
    public void A_value_is_none_whatever_the_request_has_put_into_quotes(string seen) =>
        Assert.Empty(TraceClarity.Problems(TraceOf(seen)));

    private static DecisionTrace TraceOf(string seen) =>
        new([new Decision("assertion.key", "a registered key", seen, Verdict.Failed, "RFC 7517 §4")]);
}
