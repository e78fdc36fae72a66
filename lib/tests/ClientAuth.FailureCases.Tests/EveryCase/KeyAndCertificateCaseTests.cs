namespace ClientAuth.FailureCases.Tests.EveryCase;

/// <summary>Cases of algorithms, keys and certificates.</summary>
public sealed class KeyAndCertificateCaseTests(SharedCaseFixture shared) : IClassFixture<SharedCaseFixture>
{
    internal static readonly string[] Sections = ["algorithms-and-keys", "mutual-tls", "self-signed"];

    public static IEnumerable<TheoryDataRow<string, string>> Cases => CaseRows.Of(Sections);

    [Theory]
    [MemberData(nameof(Cases))]
    public Task Case_is_answered_as_the_catalogue_says(string id, string method) =>
        CaseRows.MustHoldAsync(shared, id, method);
}
