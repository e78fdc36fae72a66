using ClientAuth.Credentials;
using ClientAuth.Lab.ClientFiles;

namespace ClientAuth.Lab.Tests.ClientFiles;

/// <summary>What a secret looks like, without its value, and the first thing that is wrong with it.</summary>
public sealed class SecretExaminationTests
{
    private const string Good = "q0Zy3vJm8Tq7n1bXe5Rk2Lw9Uc4Hs6Dd";

    [Fact]
    public void A_random_secret_has_no_flaw()
    {
        var seen = CredentialExamination.OfSecret(NewClientSecret.Generate().Reveal());

        Assert.Null(seen.FirstFlaw);
        Assert.Contains(("Length", "43 characters, 43 octets"), seen.Facts);
        Assert.Contains(
            ("As a key of HS256", "the text has 43 octets; decoded from Base64 it would have 32, and be another key"),
            seen.Facts
        );
    }

    [Theory]
    [InlineData(Good + "\n", "The secret ends in a line break.")]
    [InlineData(Good + "\r\n", "The secret ends in a line break.")]
    [InlineData(Good + " ", "White space surrounds the secret.")]
    [InlineData("\t" + Good, "White space surrounds the secret.")]
    [InlineData("'" + Good + "'", "Quotes surround the secret.")]
    [InlineData(
        Good + "\u200B",
        "The secret holds a zero-width space (U+200B); a client secret is printable ASCII (RFC 6749 Appendix A.2)."
    )]
    [InlineData(
        "pässword" + Good,
        "The secret holds a character outside ASCII (U+00E4); a client secret is printable ASCII (RFC 6749 Appendix A.2)."
    )]
    [InlineData("{\"kty\":\"EC\",\"crv\":\"P-256\"}\n", "This is no secret, but a key as JSON (JWK, RFC 7517).")]
    [InlineData("{ \"keys\": [] }", "This is no secret, but a key as JSON (JWK, RFC 7517).")]
    [InlineData(
        "too short",
        "The secret is shorter than 32 octets: too short for HS256, and perhaps short enough to guess."
    )]
    public void What_is_wrong_with_it(string value, string wrong) => Assert.Equal(wrong, Wrong(value));

    [Theory]
    [InlineData(null, "it is null.")]
    [InlineData("", "it is empty.")]
    [InlineData(" \n", "it is white space only.")]
    [InlineData("${CLIENT_SECRET}", "this is a placeholder that no tool replaced.")]
    [InlineData("$CLIENT_SECRET", "this is a placeholder that no tool replaced.")]
    [InlineData("$(client-secret)", "this is a placeholder that no tool replaced.")]
    [InlineData("%CLIENT_SECRET%\r\n", "this is a placeholder that no tool replaced.")]
    [InlineData("{{ client.secret }}", "this is a placeholder that no tool replaced.")]
    [InlineData("{creds.client_secret}", "this is a placeholder that no tool replaced.")]
    [InlineData("#{ClientSecret}#", "this is a placeholder that no tool replaced.")]
    [InlineData("<Insert your client secret here>", "this is a placeholder that no tool replaced.")]
    [InlineData("**********", "this is the mask that an export shows in place of a secret.")]
    [InlineData("None", "this word stands for 'no value', or comes from a sample.")]
    [InlineData("your-client-secret", "this word stands for 'no value', or comes from a sample.")]
    public void A_value_that_never_arrived(string? value, string why) =>
        Assert.Equal($"The value never arrived: {why}", Wrong(value));

    [Theory]
    [InlineData("$" + Good)]
    [InlineData("a${b}" + Good)]
    [InlineData(Good + "%PATH%")]
    [InlineData("null" + Good)]
    [InlineData("{\"" + Good + "\":1}")]
    public void A_value_that_only_holds_such_characters_has_arrived(string value) => Assert.Null(Wrong(value));

    [Fact]
    public void How_it_ends_is_said_and_the_value_is_not()
    {
        var seen = CredentialExamination.OfSecret(Good + "\n");

        Assert.Contains(("Ends in", "a line feed (0A)"), seen.Facts);
        Assert.DoesNotContain(Good, $"{seen.View()}", StringComparison.Ordinal);
        Assert.DoesNotContain(Good, $"{seen}", StringComparison.Ordinal);
    }

    [Fact]
    public void What_form_encoding_changes_is_said() =>
        Assert.Contains(
            ("Form encoding", "changes the secret: client and server must both apply it (RFC 6749 §2.3.1)"),
            CredentialExamination.OfSecret(Good + "+/=").Facts
        );

    [Fact]
    public void An_identifier_is_recognised_by_its_form() =>
        Assert.Contains(
            ("Form", "a GUID: at some servers the identifier of a secret, not the secret"),
            CredentialExamination.OfSecret("1b4e28ba-2fa1-11d2-883f-0016d3cca427").Facts
        );

    private static string? Wrong(string? value) => CredentialExamination.OfSecret(value).FirstFlaw?.Wrong;
}
