using System.Text;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Attestation;
using ClientAuth.Visuals.Tests.Samples;

namespace ClientAuth.Visuals.Tests;

public sealed class PlatformAttestationViewTests
{
    [Theory]
    [InlineData(0, "Verified")]
    [InlineData(1, "SelfSigned")]
    [InlineData(2, "Unverified")]
    [InlineData(3, "Failed")]
    [InlineData(9, "number 9")]
    public void The_boot_state_is_given_in_Androids_word(int state, string word) =>
        Assert.Matches($@"verifiedBootState \[704\] +{word} ", Android(SampleAndroid.RootOfTrust(locked: true, state)));

    [Fact]
    public void An_unlocked_boot_loader_is_shown() =>
        Assert.Matches(@"deviceLocked \[704\] +false ", Android(SampleAndroid.RootOfTrust(locked: false, state: 2)));

    [Fact]
    public void The_app_is_shown_with_the_digest_of_its_signer()
    {
        var text = new PlatformAttestationView(SampleAndroid.Genuine).ToString();

        Assert.Matches(@"package \[709\] +com\.example\.mobileapp, version 7 ", text);
        // printf release | openssl dgst -sha256 -binary | base64
        Assert.Matches(@"signature digest \[709\] +pNRR7CNGNyb3LEPWTHEJaPa2As1lO03ore4bVWJAqCk= ", text);
    }

    [Fact]
    public void What_the_system_says_stands_apart_from_what_the_hardware_says()
    {
        var text = new PlatformAttestationView(SampleAndroid.Genuine).ToString();

        var system = text.IndexOf("What the operating system says", StringComparison.Ordinal);
        Assert.InRange(text.IndexOf("verifiedBootState", StringComparison.Ordinal), 0, system);
        Assert.InRange(text.IndexOf("package", StringComparison.Ordinal), system, text.Length);
    }

    [Fact]
    public void An_entry_that_nobody_explains_keeps_its_tag_and_bytes() =>
        Assert.Matches(
            @"\[999\] +0500 +not explained here",
            new PlatformAttestationView(SampleAndroid.Genuine).ToString()
        );

    [Theory]
    [InlineData("appattest")]
    [InlineData("appattestdevelop")]
    public void An_Apple_key_says_for_which_environment_it_is(string environment)
    {
        var attestation = SampleApple.Attested(SampleApple.AttestedKey(environment), "apple-appattest");

        Assert.Matches($"aaguid +{environment} ", new PlatformAttestationView(attestation).ToString());
    }

    [Fact]
    public void The_counter_of_an_assertion_is_read_with_its_highest_byte_first() =>
        Assert.Matches("counter +258 ", new PlatformAttestationView(SampleApple.Assertion).ToString());

    public static TheoryData<PlatformAttestation, string> Unreadable =>
        new()
        {
            {
                new() { Format = "another" },
                "the format is not known here"
            },
            {
                new() { Format = AttestationFormats.AndroidKey, X5c = [] },
                "what belongs to it is missing"
            },
            {
                new() { Format = AttestationFormats.AppleAppAttest },
                "what belongs to it is missing"
            },
            {
                new() { Format = AttestationFormats.AndroidKey, X5c = ["no Base64!"] },
                "Base-64"
            },
            {
                new() { Format = AttestationFormats.AndroidKey, X5c = ["AAAA"] },
                ""
            },
            { SampleAndroid.Of(null), "has no extension 1.3.6.1.4.1.11129.2.1.17" },
            { SampleAndroid.Of([0x30, 0x03, 0x02]), "" },
            { Apple("no CBOR"), "StartMap is expected" },
            { Apple("\xA0"), "there is no 'attStmt'" },
            { SampleApple.Attested(new byte[36], "apple-appattest"), "end too early" },
            { SampleApple.Attested(SampleApple.AttestedKey("appattest")[..60], "apple-appattest"), "end too early" },
        };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void Evidence_that_cannot_be_read_is_named_so_and_does_not_throw(PlatformAttestation evidence, string why)
    {
        var text = new PlatformAttestationView(evidence).ToString();

        Assert.Contains("It cannot be read", text, StringComparison.Ordinal);
        Assert.Contains(why, text, StringComparison.Ordinal);
    }

    private static string Android(byte[] rootOfTrust) =>
        new PlatformAttestationView(
            SampleAndroid.Of(
                SampleAndroid.KeyDescription("c"u8.ToArray(), SampleAndroid.ApplicationId("p"u8.ToArray()), rootOfTrust)
            )
        ).ToString();

    private static PlatformAttestation Apple(string bytes) =>
        new()
        {
            Format = AttestationFormats.AppleAppAttest,
            AttestationObject = Convert.ToBase64String(Encoding.Latin1.GetBytes(bytes)),
        };
}
