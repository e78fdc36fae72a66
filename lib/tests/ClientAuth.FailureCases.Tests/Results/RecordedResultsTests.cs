using System.Text;
using ClientAuth.FailureCases.Catalogue;
using ClientAuth.FailureCases.Results;
using ClientAuth.FailureCases.Running;
using ClientAuth.FailureCases.Tests.EveryCase;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.FailureCases.Tests.Results;

/// <summary>The file of results: it has every run of the catalogue and no other, and what it says of a run is compared by that run.</summary>
public sealed class RecordedResultsTests
{
    private static readonly FailureCatalogue Catalogue = FailureCatalogue.Load(Checkout.Catalogue);

    [Fact]
    public void Every_run_of_the_catalogue_is_recorded_and_no_other()
    {
        Assert.SkipWhen(RecordedResponses.AreWritten, "The results are being written.");

        Assert.Equal(
            from failureCase in Catalogue.Cases
            from method in failureCase.Methods
            select (failureCase.Id, method),
            RecordedResults.Load(Checkout.Results).Runs.Select(run => (run.Case, run.Method))
        );
    }

    [Fact]
    public void Every_recorded_run_is_as_its_case_expects()
    {
        Assert.SkipWhen(RecordedResponses.AreWritten, "The results are being written.");

        Assert.Empty(
            from run in RecordedResults.Load(Checkout.Results).Runs
            where !Judgement.IsAsExpected(Catalogue.Find(run.Case).Expect, run.Responses)
            select run.ToString()
        );
    }

    [Theory]
    [InlineData(200, null, null)]
    [InlineData(400, "invalid_client", "assertion.exp")]
    [InlineData(401, "invalid_request", "assertion.exp")]
    [InlineData(401, "invalid_client", "assertion.iat")]
    [InlineData(401, "invalid_client", null)]
    [InlineData(null, null, null)]
    public void Another_answer_than_that_of_the_case_is_noticed(int? status, string? error, string? check)
    {
        var expect = Catalogue.Find("J24").Expect;
        CaseResponse right = new()
        {
            Status = 401,
            Error = "invalid_client",
            Check = "assertion.exp",
        };

        Assert.True(Judgement.IsAsExpected(expect, [right]));
        Assert.False(
            Judgement.IsAsExpected(expect, [right, right with { Status = status, Error = error, Check = check }])
        );
        Assert.False(Judgement.IsAsExpected(expect, []));
    }

    [Fact]
    public void What_is_written_is_read_again()
    {
        var results = new RecordedResults([Run("J24", 401), Run("J25", 200)]);

        var read = RecordedResults.Read(Encoding.UTF8.GetBytes(results.Write()), "results");

        Assert.Equal(results.Runs.Select(run => run.ToString()), read.Runs.Select(run => run.ToString()));
    }

    [Fact]
    public void A_newer_run_takes_the_place_of_the_older_in_the_order_of_the_catalogue()
    {
        var results = new RecordedResults([Run("J25", 200), Run("J24", 500), Run("J999", 200)]);

        var merged = results.With([Run("J24", 401)], Catalogue);

        Assert.Equal(
            [("J24", 401), ("J25", 200)],
            merged.Runs.Select(run => (run.Case, run.Responses[0].Status!.Value))
        );
    }

    [Fact]
    public void Equal_answers_are_counted_and_others_follow_by_status()
    {
        var result = new CaseResult(
            Catalogue.Find("J24"),
            "private_key_jwt",
            [
                Sent(401),
                Sent(200),
                new CaseExchange(CaseExchange.After, new RecordedResponse(200, [], ""), null),
                Sent(401),
            ],
            []
        );

        Assert.Equal("200, 0 passed; 2 × 401, 0 passed", RecordedRun.Of(result).Outcome);
    }

    [Fact]
    public void A_mistake_in_the_file_is_named_by_line_and_place()
    {
        var text = "[\n  {\"case\":\"J24\",\"method\":\"private_key_jwt\"}\n]";

        var error = Assert.Throws<InvalidDataException>(() =>
            RecordedResults.Read(Encoding.UTF8.GetBytes(text), "results")
        );

        Assert.StartsWith("results: line 2, at $[0]: missing here:", error.Message, StringComparison.Ordinal);
    }

    private static CaseExchange Sent(int status) => new(CaseExchange.Sent, new RecordedResponse(status, [], ""), null);

    private static RecordedRun Run(string id, int status) =>
        new()
        {
            Case = id,
            Method = "private_key_jwt",
            Responses = [new CaseResponse { Status = status }],
        };
}
