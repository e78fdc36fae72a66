using ClientAuth.FailureCases.Catalogue;
using ClientAuth.Lab.Gallery;
using ClientAuth.MockServer.Checks;

namespace ClientAuth.Lab.Tests.Gallery;

/// <summary>Every check of the server and every case of the catalogue has a group, and nothing in the file of groups is idle.</summary>
public sealed class FailureGroupsTests
{
    private static readonly FailureGroups Groups = FailureGroups.Load();

    private static readonly FailureCatalogue Catalogue = FailureCatalogue.Load(
        Checkout.PathOf("data", "failure-cases.json")
    );

    // These are no faults of a request.
    private static IEnumerable<string> Checks =>
        Rules.All.Select(rule => rule.Name).Distinct().Except([Rules.ServerFailure.Name, Rules.SharedState.Name]);

    [Fact]
    public void Every_check_has_a_group() => Assert.All(Checks, check => Assert.NotNull(Groups.ByCheck(check)));

    [Fact]
    public void Every_case_has_a_group_and_every_group_has_a_case() =>
        Assert.Equal(
            Groups.Groups.Select(group => group.Name).Order(StringComparer.Ordinal),
            Catalogue
                .Sections.SelectMany(section => section.Cases.Select(one => Groups.Of(one, section.Id).Name))
                .Distinct()
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void No_form_of_a_check_and_no_section_stands_in_two_groups()
    {
        AssertOnce(Groups.Groups.SelectMany(group => group.Checks));
        AssertOnce(Groups.Groups.SelectMany(group => group.Sections));
        AssertOnce(Groups.Groups.SelectMany(group => group.Cases));
    }

    [Fact]
    public void Every_form_of_a_check_is_that_of_a_check() =>
        Assert.All(
            Groups.Groups.SelectMany(group => group.Checks),
            form => Assert.Contains(Checks, check => Has(check, form))
        );

    [Fact]
    public void Sections_and_cases_are_those_of_the_catalogue()
    {
        Assert.Equal(
            Catalogue.Sections.Select(section => section.Id).Order(StringComparer.Ordinal),
            Groups.Groups.SelectMany(group => group.Sections).Order(StringComparer.Ordinal)
        );
        Assert.All(
            Groups.Groups.SelectMany(group => group.Cases),
            named => Assert.Contains(Catalogue.Cases, one => one.Id.Split('.')[0] == named || one.Id == named)
        );
    }

    [Theory]
    [InlineData("certificate.validity", "Certificate")]
    [InlineData("attestation.exp", "Time")]
    [InlineData("secret.format", "Encoding")]
    [InlineData("secret.value", "Secret")]
    public void A_whole_name_goes_before_a_first_half_and_that_before_a_second(string check, string group) =>
        Assert.Equal(group, Groups.ByCheck(check).Name);

    [Fact]
    public void A_check_without_a_group_is_told_where_to_add_it() =>
        Assert.Equal(
            "data/failure-groups.json has no group whose checks has 'weather.sunny', or one half of that name with '*' for the other; add it to the group where a learner would look.",
            Assert.Throws<InvalidDataException>(() => Groups.ByCheck("weather.sunny")).Message
        );

    private static bool Has(string check, string form) =>
        check.Split('.') is [var first, var second] && (form == check || form == $"{first}.*" || form == $"*.{second}");

    private static void AssertOnce(IEnumerable<string> names) =>
        Assert.Empty(names.GroupBy(name => name).Where(group => group.Count() > 1).Select(group => group.Key));
}
