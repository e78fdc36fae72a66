using ClientAuth.Protocol.Recording;
using ClientAuth.Visuals.Sequences;
using ClientAuth.Visuals.Tests.Samples;

namespace ClientAuth.Visuals.Tests.Sequences;

/// <summary>Order, participants, times and refusals of a sequence, read from its text.</summary>
public sealed class SequenceTextTests
{
    [Fact]
    public void Each_message_is_a_numbered_line_and_what_one_did_alone_a_line_without_number() =>
        Assert.Equal(
            """
            Who sent what to whom
            3 requests, 1 refused: device, client, authorization server and resource
               device  makes the key my-key, 0.25 ms  0.0 ms
            1  client <-> authorization server  TLS 1.3 handshake, 3.0 ms  0.5 ms
            2  client -> authorization server  POST /token  Authorization Basic (44 bytes), grant_type client_credentials, scope read write  4.0 ms
               authorization server  ✗ assertion.aud in 5.0 ms  failed after 2 checks passed  10.0 ms
            3  authorization server -> client  ✗ 401 invalid_client  WWW-Authenticate Basic  11.0 ms
            4  client -> authorization server  POST /token  Authorization Basic (44 bytes), grant_type client_credentials, scope read write  20.0 ms
               authorization server  ✓ 2 checks passed in 2.0 ms  22.5 ms
            5  authorization server -> client  ✓ 200 OK  access_token (JWT, 285 bytes), token_type Bearer, expires_in 300  23.0 ms
            6  client -> resource  GET /resource  30.0 ms
            7  resource -> client  ✓ 200 OK  client_id app, scope read  31.0 ms
            """.ReplaceLineEndings("\n"),
            new SequenceView(
                [SampleSequence.Called, SampleSequence.Issued, SampleSequence.Refused],
                [SampleSequence.KeyMade]
            ).ToString()
        );

    [Fact]
    public void What_the_server_asks_of_a_key_host_stands_between_request_and_response() =>
        Assert.Equal(
            [
                "1  client -> authorization server  POST /token",
                "2  authorization server -> key host  GET /jwks.json",
                "3  key host -> authorization server  ✓ 200 OK",
                "authorization server  ✓ 2 checks passed in 2.0 ms",
                "4  authorization server -> client  ✓ 200 OK",
            ],
            Lines(SampleSequence.Issued, SampleSequence.Fetched)
                .Select(line => string.Join("  ", line.TakeWhile(cell => !IsTime(cell)).Take(3)))
        );

    [Fact]
    public void Without_a_time_of_every_exchange_they_follow_one_another_and_no_time_is_claimed()
    {
        var unmeasured = SampleSequence.Called with { Started = null };

        var text = new SequenceView([unmeasured, SampleSequence.Issued], [SampleSequence.KeyMade]).ToString();

        Assert.Contains("1  client -> resource  GET /resource\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("makes the key", text, StringComparison.Ordinal);
        Assert.DoesNotContain("0.0 ms", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_connection_that_ended_before_an_answer_is_a_refusal_without_status() =>
        Assert.Contains(
            "authorization server -> client  ✗ no answer  ",
            new SequenceView([SampleSequence.Issued with { Response = RecordedResponse.Nothing }]).ToString(),
            StringComparison.Ordinal
        );

    [Fact]
    public void Nothing_on_the_wire_is_said_in_words()
    {
        var view = new SequenceView([], [SampleSequence.KeyMade]);

        Assert.Equal("Who sent what to whom\nNothing crossed the wire", view.ToString());
        Assert.DoesNotContain("<svg", view.ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public void No_credential_is_in_it()
    {
        var view = new SequenceView([SampleSequence.Refused, SampleSequence.Issued]);

        Assert.All(
            [view.ToString(), view.ToHtml()],
            text =>
            {
                Assert.DoesNotContain(SampleExchange.Secret, text, StringComparison.Ordinal);
                Assert.DoesNotContain(SampleJwt.Assertion.Compact, text, StringComparison.Ordinal);
            }
        );
    }

    private static IEnumerable<string[]> Lines(params IReadOnlyList<RecordedExchange> exchanges) =>
        new SequenceView(exchanges).ToString().Split('\n').Skip(2).Select(line => line.Trim().Split("  "));

    private static bool IsTime(string cell) =>
        char.IsAsciiDigit(cell[0]) && cell.EndsWith(" ms", StringComparison.Ordinal);
}
