namespace ClientAuth.FailureCases.Tests.EveryCase;

/// <summary>Cases of tokens, of the endpoints that take them, and of registration.</summary>
public sealed class TokenAndEndpointCaseTests(SharedCaseFixture shared) : IClassFixture<SharedCaseFixture>
{
    internal static readonly string[] Sections = ["bound-tokens", "public", "registration", "endpoints", "dpop"];

    public static IEnumerable<TheoryDataRow<string, string>> Cases => CaseRows.Of(Sections);

    [Theory]
    [MemberData(nameof(Cases))]
    public Task Case_is_answered_as_the_catalogue_says(string id, string method) =>
        CaseRows.MustHoldAsync(shared, id, method);
}
