using ClientAuth.MockServer.Tests.Lab;
using FsCheck;
using FsCheck.Fluent;

namespace ClientAuth.MockServer.Tests.Fuzzing;

/// <summary>Requests put together from parts that are good or bad by the specifications: one bad part must be enough.</summary>
public sealed class ComposedRequestTests
{
    private const int Requests = 6_000;

    [Fact]
    public async Task A_request_gets_a_token_exactly_when_every_part_of_it_is_good()
    {
        await using var lab = await TestLab.StartAsync(
            (_, options) => options with { Limits = new() { RecordedExchangeLimit = 50 } }
        );
        using var client = lab.NewClient();
        var issued = 0;
        var property = Prop.ForAll(
            Arb.From(Choices()),
            async choices =>
            {
                var draft = new RequestDraft(lab);
                foreach (var choice in choices)
                {
                    choice.Make(draft);
                }

                var answer = await lab.SendAsync(draft.Finish(), client);
                var expected = choices.All(choice => choice.IsGood);
                Assert.True(
                    answer.Status == 200 == expected && answer.Status is >= 200 and < 500,
                    $"{answer.Status} {answer.Exchange.Trace.Failure} for {RequestParts.Describe(choices)}"
                );
                issued += expected ? 1 : 0;
                lab.Clock.Advance(TimeSpan.FromSeconds(1));
            }
        );

        property.Check(Config.QuickThrowOnFailure.WithMaxTest(Requests));

        // Neither outcome may be so rare that nothing is proven about it.
        Assert.InRange(issued, Requests / 10, Requests * 9 / 10);
    }

    // Mostly good, so that many requests are good as a whole and most bad ones have one bad part.
    private static Gen<List<Choice>> Choices() =>
        Gen.CollectToList(
            RequestParts.All,
            part =>
                Gen.Frequency(
                    (9, Gen.Elements(part.Where(choice => choice.IsGood))),
                    (1, Gen.Elements(part.AsEnumerable()))
                )
        );
}
