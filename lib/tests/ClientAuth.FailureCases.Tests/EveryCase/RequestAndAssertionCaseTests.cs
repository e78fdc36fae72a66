namespace ClientAuth.FailureCases.Tests.EveryCase;

/// <summary>Cases of the request's shape, of secrets and of assertions.</summary>
public sealed class RequestAndAssertionCaseTests(SharedCaseFixture shared) : IClassFixture<SharedCaseFixture>
{
    internal static readonly string[] Sections = ["request-shape", "secret", "assertion"];

    public static IEnumerable<TheoryDataRow<string, string>> Cases => CaseRows.Of(Sections);

    [Theory]
    [MemberData(nameof(Cases))]
    public Task Case_is_answered_as_the_catalogue_says(string id, string method) =>
        CaseRows.MustHoldAsync(shared, id, method);
}
