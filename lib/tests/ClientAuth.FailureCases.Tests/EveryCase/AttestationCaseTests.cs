namespace ClientAuth.FailureCases.Tests.EveryCase;

/// <summary>Cases of attested clients and of devices that attest themselves.</summary>
public sealed class AttestationCaseTests(SharedCaseFixture shared) : IClassFixture<SharedCaseFixture>
{
    internal static readonly string[] Sections = ["attestation", "platform-attestation"];

    public static IEnumerable<TheoryDataRow<string, string>> Cases => CaseRows.Of(Sections);

    [Theory]
    [MemberData(nameof(Cases))]
    public Task Case_is_answered_as_the_catalogue_says(string id, string method) =>
        CaseRows.MustHoldAsync(shared, id, method);
}
