using ClientAuth.Lab.Attacks;
using ClientAuth.MockServer.Checks;

namespace ClientAuth.Lab.Tests.Attacks;

/// <summary>Each attack works where its defence is missing, and is stopped where it is there: by the check that is named here, and no other.</summary>
public sealed class AttackTests
{
    // Stopped without a refusal: see the test of its own below.
    private const string ToldByNothing = "telling-time";

    private static readonly IReadOnlyDictionary<string, string> Stoppers = new Dictionary<string, string>
    {
        ["package-secret"] = Rules.ClientMethod.Name,
        ["limited-assertion"] = Rules.Crit.Name,
        ["audience-injection"] = Rules.Aud.Name,
        ["algorithm-confusion"] = Rules.Alg.Name,
        ["unsecured-assertion"] = Rules.Alg.Name,
        ["embedded-key"] = Rules.Signature.Name,
        ["embedded-certificate"] = Rules.Signature.Name,
        ["key-set-address"] = Rules.Signature.Name,
        ["certificate-address"] = Rules.Signature.Name,
        ["foreign-key-name"] = Rules.Key.Name,
        ["claimed-certificate"] = Rules.CertificatePresented.Name,
        ["unstripped-certificate"] = Rules.CertificatePresented.Name,
        ["replay"] = Rules.JtiUnused.Name,
        ["replay-at-second-node"] = Rules.JtiUnused.Name,
        ["resumed-session"] = Rules.CertificatePresented.Name,
        ["guessed-secret"] = Rules.ClientNotThrottled.Name,
        ["leaked-attestation-key"] = Rules.AndroidKeyNotRevoked.Name,
        ["copied-registration"] = Rules.Signature.Name,
    };

    public static TheoryData<string> Attacks => [.. AttackRange.All.Select(attack => attack.Facts.Id)];

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task It_works_where_its_defence_is_missing(string attack)
    {
        var outcome = await Find(attack).TryAsync(defended: false, TestContext.Current.CancellationToken);

        Assert.SkipWhen(outcome is null, "This machine cannot try it.");
        Assert.True(outcome.Succeeded, outcome.StoppedBy?.Check);
        Assert.Null(outcome.StoppedBy);
    }

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task It_fails_where_its_defence_is_there(string attack)
    {
        var outcome = await Find(attack).TryAsync(defended: true, TestContext.Current.CancellationToken);

        Assert.SkipWhen(outcome is null, "This machine cannot try it.");
        Assert.False(outcome.Succeeded, outcome.Result);
        Assert.Equal(Stoppers.GetValueOrDefault(attack), outcome.StoppedBy?.Check);
    }

    [Fact]
    public void Every_attack_has_a_check_that_stops_it_and_a_name_of_its_own()
    {
        Assert.Equal(
            AttackRange.All.Select(attack => attack.Facts.Id).Order(),
            Stoppers.Keys.Append(ToldByNothing).Order()
        );
        Assert.Distinct(AttackRange.All.Select(attack => attack.Facts.Name));
        Assert.Distinct(AttackRange.All.Select(attack => attack.Facts.Id));
    }

    [Fact]
    public void The_groups_stand_together_and_none_is_empty() =>
        Assert.Equal(Enum.GetValues<AttackGroup>(), AttackRange.All.Select(attack => attack.Facts.Group).Distinct());

    private static Attack Find(string id) => AttackRange.All.Single(attack => attack.Facts.Id == id);
}
