using ClientAuth.FailureCases.Catalogue;
using ClientAuth.FailureCases.Reference;

namespace ClientAuth.FailureCases.Tests.Reference;

/// <summary>What is prepared for a case and does not show in its request.</summary>
public sealed class CaseSettingTests
{
    private static readonly FailureCatalogue Catalogue = FailureCatalogue.Load(Checkout.Catalogue);

    [Theory]
    [InlineData("J24")]
    [InlineData("J18.fapi", "server audience_form: string_only")]
    [InlineData("S13", "registered client_secret_expires_at: \"{now+60}\"")]
    public void Registration_and_policies_are_told_in_the_words_of_the_catalogue(string id, params string[] setting) =>
        Assert.Equal(setting, CaseSetting.Of(Catalogue.Find(id)));
}
