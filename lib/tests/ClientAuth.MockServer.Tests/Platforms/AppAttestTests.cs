using ClientAuth.Devices;
using ClientAuth.Devices.Apple;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Tests.Lab;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Tests.Platforms;

/// <summary>What App Attest says of a new key and what that key says later, honestly and otherwise.</summary>
public sealed class AppAttestTests : IAsyncLifetime
{
    private static readonly Dictionary<string, string> CheckOfNewKey = new()
    {
        ["expired_leaf"] = Rules.DeviceValidity.Name,
        ["expired_intermediate"] = Rules.DeviceValidity.Name,
        ["intermediate_is_no_authority"] = Rules.DeviceIssuers.Name,
        ["intermediate_left_out"] = Rules.DeviceRoot.Name,
        ["forged_signature"] = Rules.DeviceChain.Name,
        ["unknown_critical_extension"] = Rules.DeviceExtensions.Name,
        ["sha1_signature"] = Rules.DeviceAlgorithms.Name,
        ["no_statement"] = Rules.AppAttestNonce.Name,
        ["statement_in_intermediate"] = Rules.AppAttestNonce.Name,
        ["other_app_id"] = Rules.AppAttestRpId.Name,
        ["counter_started"] = Rules.AppAttestCounter.Name,
        ["other_aaguid"] = Rules.AppAttestEnvironment.Name,
        ["other_credential_id"] = Rules.AppAttestCredentialId.Name,
        ["other_credential_key"] = Rules.AppAttestCredentialKey.Name,
        ["other_certified_key"] = Rules.AppAttestKeyId.Name,
        ["other_key_id"] = Rules.AppAttestKeyId.Name,
        ["other_format"] = Rules.DeviceEvidence.Name,
        ["bytes_after_cbor"] = Rules.DeviceEvidence.Name,
        ["no_extensions"] = Rules.DeviceEvidence.Name,
        ["extensions_cut_short"] = Rules.DeviceEvidence.Name,
    };

    private static readonly Dictionary<string, string> CheckOfKnownKey = new()
    {
        ["other_app_id"] = Rules.AppAssertionRpId.Name,
        ["counter_reset"] = Rules.AppAssertionCounter.Name,
        ["counter_repeated"] = Rules.AppAssertionCounter.Name,
        ["other_key_id"] = Rules.AppAssertionKey.Name,
        ["other_signer"] = Rules.AppAssertionSignature.Name,
        ["bytes_after_cbor"] = Rules.DeviceEvidence.Name,
        ["no_extensions"] = Rules.DeviceEvidence.Name,
        ["extensions_cut_short"] = Rules.DeviceEvidence.Name,
    };

    private DeviceLab _lab = null!;

    public static TheoryData<string> FlawsOfNewKeys() =>
        [.. AppleFlaws.All.Where(flaw => flaw.Attestation is not null).Select(flaw => flaw.Name)];

    public static TheoryData<string> FlawsOfKnownKeys() =>
        [.. AppleFlaws.All.Where(flaw => flaw.Assertion is not null).Select(flaw => flaw.Name)];

    public async ValueTask InitializeAsync() => _lab = await DeviceLab.StartAsync();

    public ValueTask DisposeAsync() => _lab.DisposeAsync();

    [Fact]
    public async Task Key_is_attested_once_and_from_then_on_asserts()
    {
        var device = _lab.Apple();

        var first = await device.AttestAsync();
        var second = await device.AttestAsync();
        var third = await device.AttestAsync();

        TestDevice.Token(first);
        TestDevice.Token(second);
        TestDevice.Token(third);
        Assert.Contains("\"attestation_object\":", first.Exchange.Request.Body, StringComparison.Ordinal);
        Assert.Contains("\"assertion\":", second.Exchange.Request.Body, StringComparison.Ordinal);
        var counter = third.Exchange.Trace.Decisions.First(line => line.Check == Rules.AppAssertionCounter.Name);
        Assert.Equal(("more than 1", "2"), (counter.Expected, counter.Seen));
    }

    [Fact]
    public async Task Phone_with_iOS_27_says_more_of_the_app_behind_everything_else()
    {
        var device = _lab.Apple(profile =>
            profile with
            {
                Extensions = new AppleExtensions { ValidationCategory = 4, BundleVersion = "412" },
            }
        );

        var attested = await device.AttestAsync();
        var asserted = await device.AttestAsync();

        TestDevice.Token(attested);
        TestDevice.Token(asserted);
        Assert.EndsWith(" and 2 certificates, validation category 4, bundle version '412'", Evidence(attested));
        Assert.EndsWith(" bytes, validation category 4, bundle version '412'", Evidence(asserted));
    }

    [Fact]
    public async Task What_is_no_map_of_extensions_is_said_to_be_none()
    {
        var device = _lab.Apple();

        Assert.Equal(
            "4 bytes behind the credential key that are no map of extensions",
            Evidence(await device.AttestAsync(flaw: AppleFlaws.NoExtensions))
        );
        device = _lab.Apple();
        TestDevice.Token(await device.AttestAsync());
        Assert.Equal(
            "4 bytes behind the counter that are no map of extensions",
            Evidence(await device.AttestAsync(flaw: AppleFlaws.NoExtensions))
        );
    }

    [Theory]
    [MemberData(nameof(FlawsOfNewKeys))]
    public async Task Flaw_in_what_is_said_of_a_new_key_is_refused(string flaw)
    {
        var answer = await _lab.Apple().AttestAsync(flaw: EvidenceFlaw.Named(flaw));

        Refused(answer, CheckOfNewKey[flaw]);
    }

    [Theory]
    [MemberData(nameof(FlawsOfKnownKeys))]
    public async Task Flaw_in_what_a_known_key_says_is_refused(string flaw)
    {
        var device = _lab.Apple();
        TestDevice.Token(await device.AttestAsync());
        TestDevice.Token(await device.AttestAsync());

        Refused(await device.AttestAsync(flaw: EvidenceFlaw.Named(flaw)), CheckOfKnownKey[flaw]);

        // What was refused has moved no counter: the device's own next count is still more.
        TestDevice.Token(await device.AttestAsync());
    }

    [Fact]
    public async Task Key_of_the_development_environment_is_for_developers()
    {
        var device = _lab.Apple(profile => profile with { Environment = AppleEnvironment.Development });
        var other = _lab.Apple(profile => profile with { Environment = AppleEnvironment.Development });

        Refused(await device.AttestAsync(), Rules.AppAttestEnvironment.Name);
        TestDevice.Token(await other.AttestAsync(DeviceLab.DebugApp));
    }

    [Fact]
    public async Task Other_app_is_refused() =>
        Refused(
            await _lab.Apple(profile => profile with { AppId = "A1B2C3D4E5.com.example.other" }).AttestAsync(),
            Rules.AppAttestRpId.Name
        );

    [Fact]
    public async Task Key_that_attested_itself_for_one_client_is_unknown_to_another()
    {
        var device = _lab.Apple();
        TestDevice.Token(await device.AttestAsync());

        Refused(await device.AttestAsync(DeviceLab.DebugApp), Rules.AppAssertionKey.Name);
    }

    [Fact]
    public async Task Assertion_stands_for_the_key_of_its_own_request_only()
    {
        var device = _lab.Apple();
        TestDevice.Token(await device.AttestAsync());
        var (challenge, nonce) = await device.ChallengeAsync();
        using var stolen = System.Security.Cryptography.ECDsa.Create();

        var answer = await device.SendAsync(
            device.Attestation(device.Body(challenge!).ToJsonString(), nonce, prover: stolen)
        );

        Refused(answer, Rules.AppAssertionSignature.Name);
    }

    [Fact]
    public async Task Attestation_that_is_replayed_is_refused_for_its_challenge()
    {
        var device = _lab.Apple();
        var first = await device.AttestationAsync();
        TestDevice.Token(await device.SendAsync(first));
        TestDevice.Token(await device.AttestAsync());

        // The same evidence with a proof and a challenge of its own would need another nonce in the certificate.
        var (_, nonce) = await device.ChallengeAsync();
        var again = await device.SendAsync(device.Attestation(first.RawBody!, nonce));

        again.AssertRefused(400, OAuthErrors.UseAttestationChallenge, Rules.DeviceChallengeUnused.Name);
        TestDevice.Token(await device.AttestAsync());
    }

    private static string Evidence(TestAnswer answer) =>
        answer.Exchange.Trace.Decisions.Single(line => line.Check == Rules.DeviceEvidence.Name).Seen;

    private static void Refused(TestAnswer answer, string check) =>
        answer.AssertRefused(400, OAuthErrors.InvalidClientAttestation, check);
}
