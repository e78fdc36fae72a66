using ClientAuth.FailureCases.Catalogue;
using ClientAuth.FailureCases.Results;

namespace ClientAuth.FailureCases.Tests.EveryCase;

/// <summary>The cases of the catalogue, each in the hands of every method it is for.</summary>
public static class CaseRows
{
    private static readonly FailureCatalogue Catalogue = FailureCatalogue.Load(Checkout.Catalogue);

    /// <summary>The ids of the catalogue's sections.</summary>
    public static IEnumerable<string> Sections => Catalogue.Sections.Select(section => section.Id);

    /// <summary>Those of some sections, in the order of the catalogue.</summary>
    public static IEnumerable<TheoryDataRow<string, string>> Of(params string[] sections) =>
        from section in Catalogue.Sections
        where sections.Contains(section.Id)
        from failureCase in section.Cases
        from method in failureCase.Methods
        select new TheoryDataRow<string, string>(failureCase.Id, method)
        {
            TestDisplayName = $"{failureCase.Id} {method}: {failureCase.Title}",
        };

    /// <summary>Runs a case, and holds that it is answered as the catalogue says, and as <c>data/failure-results.json</c> has it.</summary>
    public static async Task MustHoldAsync(SharedCaseFixture shared, string id, string method)
    {
        var result = await new CaseRunner(shared.Fixture).RunAsync(
            Catalogue.Find(id),
            method,
            TestContext.Current.CancellationToken
        );

        Assert.True(result.IsAsExpected, result.ToString());
        (await TestContext.Current.GetFixture<RecordedResponses>())!.Hold(RecordedRun.Of(result));
    }
}
