using ClientAuth.MockServer.Faults;
using Microsoft.Extensions.Time.Testing;

namespace ClientAuth.MockServer.Tests.Faults;

public sealed class FaultScriptTests
{
    private static readonly Fault Busy = new Fault.Response(503);
    private static readonly Fault Gone = new Fault.Response(404);

    private readonly FaultScript _script = new(new FakeTimeProvider());

    [Fact]
    public void Faults_strike_in_their_order_each_as_often_as_it_was_told()
    {
        _script.Add(FaultPoint.Token, Busy, times: 2);
        _script.Add(FaultPoint.Jwks, Gone, times: 1);
        _script.Add(FaultPoint.Token, Gone, times: 1);

        Assert.Equal([Busy, Busy, Gone, null], Enumerable.Range(0, 4).Select(_ => _script.Take(FaultPoint.Token)));
        Assert.Equal([new ScriptedFault(FaultPoint.Jwks, Gone, 1)], _script.Snapshot());
        Assert.Equal((3, 0), (_script.Seen(FaultPoint.Token), _script.Seen(FaultPoint.Jwks)));
    }

    [Fact]
    public void A_fault_without_a_number_strikes_until_it_is_cleared()
    {
        _script.Add(FaultPoint.Token, Busy);

        Assert.All(Enumerable.Range(0, 10), _ => Assert.Same(Busy, _script.Take(FaultPoint.Token)));
        _script.Clear();

        Assert.Null(_script.Take(FaultPoint.Token));
        Assert.Equal(10, _script.Seen(FaultPoint.Token));
    }

    [Fact]
    public void A_fault_that_could_never_strike_is_refused()
    {
        _script.Add(FaultPoint.Token, Busy);

        var error = Assert.Throws<ArgumentException>(() => _script.Add(FaultPoint.Token, Gone, times: 1));

        Assert.Equal("A fault at Token lasts until it is cleared; clear it first.", error.Message);
    }

    [Fact]
    public void Handshakes_and_requests_do_not_share_faults()
    {
        Assert.Throws<ArgumentException>(() => _script.Add(FaultPoint.Connection, Busy));
        Assert.Throws<ArgumentException>(() => _script.Add(FaultPoint.Token, new Fault.RefusedHandshake()));
        Assert.Throws<ArgumentOutOfRangeException>(() => _script.Add(FaultPoint.Token, Busy, times: 0));
        Assert.Empty(_script.Snapshot());
    }

    [Fact]
    public async Task Many_requests_at_once_share_the_faults_exactly()
    {
        _script.Add(FaultPoint.Token, Busy, times: 100);

        var taken = await Task.WhenAll(
            Enumerable
                .Range(0, 16)
                .Select(_ =>
                    Task.Run(() => Enumerable.Range(0, 10).Count(_ => _script.Take(FaultPoint.Token) is not null))
                )
        );

        Assert.Equal(100, taken.Sum());
        Assert.Empty(_script.Snapshot());
    }

    [Theory]
    [InlineData(199, "", "X", "1", "The status is 199; an answer has 200 to 599.")]
    [InlineData(600, "", "X", "1", "The status is 600; an answer has 200 to 599.")]
    [InlineData(204, "x", "X", "1", "An answer with 204 has no body.")]
    [InlineData(200, "", "a b", "1", "The name of a header has a character that is not allowed there.")]
    [InlineData(200, "", "X", "1\r\nY: 2", "The value of the header X has a character outside visible ASCII.")]
    [InlineData(
        200,
        "",
        "content-length",
        "9",
        "The server sets the header content-length itself; to cut an answer short, use a truncated or reset fault."
    )]
    public void An_answer_that_cannot_be_sent_is_refused(
        int status,
        string body,
        string name,
        string value,
        string problem
    )
    {
        var error = Assert.Throws<ArgumentException>(() =>
            new Fault.Response(status, body, headers: [new(name, value)])
        );

        Assert.Equal(problem, error.Message);
    }

    [Fact]
    public void Waits_and_lengths_have_limits()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Fault.Late(TimeSpan.FromSeconds(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Fault.Slow(TimeSpan.FromDays(2)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Fault.Truncated(-1));
    }
}
