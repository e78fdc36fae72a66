using NotebookEngine.Comparison;

namespace NotebookEngine.Tests.Comparison;

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
    [InlineData("exp is 300 s after iat")]
    [InlineData("43 characters, 11 of 12 refused, 3 times")]
    [InlineData("application/x-www-form-urlencoded; charset=utf-8")]
    [InlineData("https://datatracker.ietf.org/doc/html/draft-ietf-oauth-rfc7523bis#section-3")]
    [InlineData("client-authentication-methods-supported")]
    [InlineData("TLS 1.3, HTTP/2, P-256")]
    [InlineData("ClientAuthenticationMethodConfiguration.SignedJwt.Asymmetric")]
    [InlineData("✓ passed")]
    public void What_every_run_shows_stays(string text) => Assert.Equal(text, VolatileText.Mask(text));

    [Theory]
    [InlineData("2026-11-23 10:55:11Z", "«time»")]
    [InlineData("2026-11-23T10:55:11Z", "«time»")]
    [InlineData("2026-11-23 10:55", "«time»")]
    [InlineData("127.0.0.1:8443", "«port»")]
    [InlineData("1795431317250", "«seconds»")]
    [InlineData("6342B9299F8F6C", "«HEX»")]
    [InlineData("hKQbTXYZwGTALthau1R28y4RO-eyJhbGciOiJFUzI1N", "«Base64»")]
    [InlineData("1,234.5 µs", "«duration»")]
    [InlineData("12\u00A0ms", "«duration»")]
    [InlineData("1.25 s", "«duration»")]
    [InlineData("16 03 03 00 7A 02 00 00", "«octets»")]
    [InlineData("16 03 03 00 7A 02 00 00\n  03 03 5f\nServerHello", "«octets»\nServerHello")]
    [InlineData("lab-664dd366c8cc3cf0", "lab-«hex»")]
    [InlineData("MHcCAQEEIAbc…", "«start»")]
    [InlineData("<th>Content-Length</th><td><code>92</code></td>", "<th>«length»</code></td>")]
    public void A_value_is_masked_in_each_of_its_spellings(string text, string masked) =>
        Assert.Equal(masked, VolatileText.Mask(text));

    // Which letters a random value begins with is chance, and must not decide what stands in its place.
    [Theory]
    [InlineData("740384819210…")]
    [InlineData("74B84FD81B9E…")]
    [InlineData("1795431317…")]
    [InlineData("1795431317250…")]
    [InlineData("199e13bc3b2d49c3…")]
    [InlineData("1990130030204903…")]
    [InlineData("J1HiXqN0tVr3bLq9-ab_Zw…")]
    [InlineData("j1hixqn0tvr3blq9-ab_zw…")]
    [InlineData("06434a85-9132-4d15-8087-e304f35867ce…")]
    public void The_start_of_a_random_value_is_masked_as_such_whatever_its_letters(string text) =>
        Assert.Equal("serial «start»", VolatileText.Mask($"serial {text}"));
}
