using ClientAuth.Devices.Android;

namespace ClientAuth.Devices.Tests;

public sealed class EvidenceFlawTests : IDisposable
{
    private readonly Workshop _workshop = new();

    public static TheoryData<string> OfAndroid() => [.. AndroidFlaws.All.Select(flaw => flaw.Name)];

    public static TheoryData<string> OfApple() => [.. AppleFlaws.All.Select(flaw => flaw.Name)];

    public void Dispose() => _workshop.Dispose();

    [Theory]
    [MemberData(nameof(OfAndroid))]
    public void A_flaw_of_Android_makes_evidence_of_the_same_form(string name)
    {
        var attestation = _workshop.Make("flagship").Attest("haapi", "challenge", EvidenceFlaw.Named(name));

        Assert.Equal("android-key", attestation.Format);
        Assert.InRange(attestation.X5c!.Count, 2, 4);
    }

    [Theory]
    [MemberData(nameof(OfApple))]
    public void A_flaw_of_Apple_makes_an_attestation_or_an_assertion(string name)
    {
        var device = _workshop.Make("iphone");
        var flaw = EvidenceFlaw.Named(name);
        var made = flaw.Attestation is null ? device.Attest("haapi", "first") : device.Attest("haapi", "first", flaw);
        Assert.NotNull(made.AttestationObject);

        if (flaw.Assertion is null)
        {
            var error = Assert.Throws<ArgumentException>(() => device.Attest("haapi", "second", flaw));
            Assert.Equal($"The flaw '{name}' cannot be made in an assertion.", error.Message);
        }
        else
        {
            Assert.NotNull(device.Attest("haapi", "second", flaw).Assertion);
        }
    }

    [Fact]
    public void A_flaw_of_the_other_platform_is_refused_rather_than_left_out()
    {
        Assert.Equal(
            "The flaw 'imported_key' cannot be made in an attestation by Apple.",
            Assert
                .Throws<ArgumentException>(() =>
                    _workshop.Make("iphone").Attest("haapi", "challenge", AndroidFlaws.ImportedKey)
                )
                .Message
        );
        Assert.Equal(
            "The flaw 'other_aaguid' cannot be made in Android evidence.",
            Assert
                .Throws<ArgumentException>(() =>
                    _workshop.Make("flagship").Attest("haapi", "challenge", AppleFlaws.OtherAaGuid)
                )
                .Message
        );
    }

    [Fact]
    public void A_key_of_Apple_counts_as_attested_only_when_it_was()
    {
        var device = _workshop.Make("iphone");
        Assert.Throws<ArgumentException>(() => device.Attest("haapi", "challenge", AppleFlaws.OtherSigner));

        Assert.NotNull(device.Attest("haapi", "challenge").AttestationObject);
    }

    [Fact]
    public void An_unknown_name_is_answered_with_those_that_there_are()
    {
        var error = Assert.Throws<ArgumentException>(() => EvidenceFlaw.Named("magic"));

        Assert.StartsWith(
            "'magic' is no flaw of evidence; there is expired_leaf, ",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.Contains("bytes_after_cbor", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_are_used_once()
    {
        var names = AndroidFlaws.All.Concat(AppleFlaws.All).Distinct().Select(flaw => flaw.Name).ToList();

        Assert.Distinct(names);
    }

    [Fact]
    public void A_lesson_can_write_a_flaw_of_its_own()
    {
        var patched = new EvidenceFlaw("patch_level_of_tomorrow")
        {
            Android = evidence =>
                evidence with
                {
                    Description = evidence.Description.WithKey(key => key with { OsPatchLevel = 209912 }),
                },
        };
        var device = _workshop.Make("flagship");
        var leaf = Workshop.CertificatesOf(device.Attest("haapi", "challenge", patched))[0];

        // [706] EXPLICIT INTEGER 209912
        Assert.Contains(
            "BF8542050203" + "0333F8",
            Convert.ToHexString(leaf.Extensions[KeyDescription.Oid]!.RawData),
            StringComparison.Ordinal
        );
    }
}
