using ClientAuth.FailureCases.Catalogue;

namespace ClientAuth.FailureCases.Tests.Catalogue;

/// <summary>Every case that the catalogue must have is there, itself or as variants, in the section that its letter belongs to.</summary>
public sealed class CatalogueCompletenessTests
{
    private static readonly FailureCatalogue Catalogue = FailureCatalogue.Load(Checkout.Catalogue);

    // There is no authorization endpoint, hence no G18, P03, B04, B05, N16.
    private static readonly Dictionary<string, IEnumerable<string>> Wanted = new()
    {
        ["request-shape"] = Numbered('G', 1, 19).Except(["G18"]),
        ["secret"] = Numbered('S', 1, 18),
        ["assertion"] = Numbered('J', 1, 51),
        ["algorithms-and-keys"] = Numbered('A', 1, 27),
        ["mutual-tls"] = Numbered('T', 1, 28),
        ["self-signed"] = Numbered('U', 1, 6),
        ["bound-tokens"] = Numbered('B', 1, 7).Except(["B04", "B05"]),
        ["public"] = ["P01", "P02", "P04"],
        ["attestation"] = Numbered('N', 1, 17).Except(["N16"]),
        ["registration"] = Numbered('D', 1, 19),
        ["endpoints"] = Numbered('E', 1, 6).Concat(["E08", "E09"]),
        ["dpop"] = ["E07"],
        ["platform-attestation"] = Numbered('H', 1, 17),
    };

    public static TheoryData<string> Sections() => [.. Wanted.Keys];

    [Theory]
    [MemberData(nameof(Sections))]
    public void Section_has_every_case(string section)
    {
        var there = Catalogue
            .Sections.Single(candidate => candidate.Id == section)
            .Cases.Select(failureCase => failureCase.Id.Split('.')[0]);

        Assert.Empty(Wanted[section].Except(there));
    }

    [Fact]
    public void No_section_goes_unlisted() =>
        Assert.Equal(Catalogue.Sections.Select(section => section.Id), Wanted.Keys);

    [Fact]
    public void Section_holds_one_letter_only()
    {
        var letters = Catalogue
            .Sections.Where(section => section.Cases.Count > 0)
            .Select(section => section.Cases.Select(failureCase => failureCase.Id[0]).Distinct().Count());

        Assert.All(letters, count => Assert.Equal(1, count));
    }

    // A server that refuses everything would pass a catalogue without these.
    [Fact]
    public void Control_succeeds_and_nothing_else_is_one_by_mistake() =>
        Assert.All(
            Catalogue.Cases.Where(failureCase => failureCase.Strength == Strength.Control),
            failureCase =>
                Assert.True(
                    failureCase.Expect.Issued || failureCase.Expect.Status is >= 200 and < 300,
                    $"{failureCase} is a control and does not succeed"
                )
        );

    private static IEnumerable<string> Numbered(char letter, int first, int last) =>
        Enumerable.Range(first, last - first + 1).Select(number => $"{letter}{number:00}");
}
