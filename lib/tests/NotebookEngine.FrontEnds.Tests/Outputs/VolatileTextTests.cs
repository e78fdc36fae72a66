namespace NotebookEngine.FrontEnds.Tests.Outputs;

public sealed class VolatileTextTests
{
    public static TheoryData<MaskRule> Rules => [.. VolatileText.Rules];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Each_rule_masks_its_example_and_nothing_around_it(MaskRule rule) =>
        Assert.Equal($"kid «{rule.Name}», then", VolatileText.Mask($"kid {rule.Example}, then"));

    [Theory]
    [InlineData("expires within 00:05:00 (± 10 s)")]
    [InlineData("a string of 1 to 255 characters")]
    [InlineData("RFC 7523 §3 (7), OpenID Connect Core §9")]
    [InlineData("draft-ietf-oauth-attestation-based-client-auth §6.1")]
    [InlineData("HTTP/1.1 401 Unauthorized")]
    [InlineData("64 bytes")]
    [InlineData("ClientAuthenticationMethodConfiguration.SignedJwt.Asymmetric")]
    [InlineData("✓ passed")]
    public void What_every_run_shows_stays(string text) => Assert.Equal(text, VolatileText.Mask(text));
}
