namespace ClientAuth.FailureCases.Tests.EveryCase;

/// <summary>The cases are spread over classes, which run at the same time.</summary>
public sealed class SectionTests
{
    [Fact]
    public void Each_section_of_the_catalogue_is_run_once() =>
        Assert.Equal(
            CaseRows.Sections.Order(StringComparer.Ordinal),
            RequestAndAssertionCaseTests
                .Sections.Concat(KeyAndCertificateCaseTests.Sections)
                .Concat(TokenAndEndpointCaseTests.Sections)
                .Concat(AttestationCaseTests.Sections)
                .Order(StringComparer.Ordinal)
        );
}
