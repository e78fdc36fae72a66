using ClientAuth.Devices;
using ClientAuth.FailureCases.Laboratory;

namespace ClientAuth.FailureCases.Tests;

/// <summary>Every case of the catalogue in the hands of every method it is for, each a test of its own.</summary>
public sealed class EveryCaseTests(SharedCaseLab shared) : IClassFixture<SharedCaseLab>
{
    private static readonly FailureCatalogue Catalogue = FailureCatalogue.Load(Checkout.Catalogue);

    public static IEnumerable<TheoryDataRow<string, string>> All() =>
        from failureCase in Catalogue.Cases
        from method in failureCase.Methods
        select new TheoryDataRow<string, string>(failureCase.Id, method)
        {
            TestDisplayName = $"{failureCase.Id} {method}: {failureCase.Title}",
        };

    [Theory]
    [MemberData(nameof(All))]
    public async Task Case_is_answered_as_the_catalogue_says(string id, string method)
    {
        var result = await new CaseRunner(shared.Lab).RunAsync(
            Catalogue.Find(id),
            method,
            TestContext.Current.CancellationToken
        );

        Assert.True(result.IsAsExpected, result.ToString());
    }
}

/// <summary>One lab for all cases: each has a server of its own, so that none can see another.</summary>
public sealed class SharedCaseLab : IDisposable
{
    public CaseLab Lab { get; } = CaseLab.Open(TimeProvider.System, DevicesFile.Read(Checkout.Devices));

    public void Dispose() => Lab.Dispose();
}
