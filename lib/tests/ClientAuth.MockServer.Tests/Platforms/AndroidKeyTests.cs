using ClientAuth.Devices;
using ClientAuth.Devices.Android;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Tests.Lab;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Tests.Platforms;

/// <summary>What an Android device says of itself, honestly and otherwise, and what a server makes of it.</summary>
public sealed class AndroidKeyTests : IAsyncLifetime
{
    private static readonly Dictionary<string, string> CheckOfFlaw = new()
    {
        ["intermediate_is_no_authority"] = Rules.DeviceIssuers.Name,
        ["intermediate_left_out"] = Rules.DeviceChain.Name,
        ["forged_signature"] = Rules.DeviceChain.Name,
        ["unknown_critical_extension"] = Rules.DeviceExtensions.Name,
        ["sha1_signature"] = Rules.DeviceAlgorithms.Name,
        ["other_algorithm"] = Rules.AndroidKeyAlgorithm.Name,
        ["no_statement"] = Rules.AndroidKeyDescription.Name,
        ["statement_in_intermediate"] = Rules.AndroidKeyDescription.Name,
        ["statement_twice"] = Rules.AndroidKeyDescription.Name,
        ["trailing_bytes"] = Rules.AndroidKeyDescription.Name,
        ["signed_by_attested_key"] = Rules.DeviceIssuers.Name,
        ["imported_key"] = Rules.AndroidKeyOrigin.Name,
        ["no_origin"] = Rules.AndroidKeyOrigin.Name,
        ["no_signing_key"] = Rules.AndroidKeyPurpose.Name,
        ["second_purpose"] = Rules.AndroidKeyPurpose.Name,
        ["every_apps_key"] = Rules.AndroidKeyApplications.Name,
        ["key_in_software"] = Rules.AndroidKeySecurityLevel.Name,
        ["hardware_silent"] = Rules.AndroidKeyOrigin.Name,
        ["no_root_of_trust"] = Rules.AndroidKeyBootState.Name,
        ["no_application_id"] = Rules.AndroidKeyPackage.Name,
        ["second_package"] = Rules.AndroidKeyPackage.Name,
        ["second_signature"] = Rules.AndroidKeySignatureDigest.Name,
    };

    private DeviceLab _lab = null!;

    // Dates that are over are a matter of policy: see AndroidDateTests.
    public static TheoryData<string> Flaws() =>
        [
            .. AndroidFlaws
                .All.Except([ChainFlaws.ExpiredLeaf, ChainFlaws.ExpiredIntermediate])
                .Select(flaw => flaw.Name),
        ];

    public async ValueTask InitializeAsync() => _lab = await DeviceLab.StartAsync();

    public ValueTask DisposeAsync() => _lab.DisposeAsync();

    [Fact]
    public async Task Device_in_order_gets_a_token() => TestDevice.Token(await _lab.Android().AttestAsync());

    [Theory]
    [MemberData(nameof(Flaws))]
    public async Task Flaw_in_the_evidence_is_refused(string flaw)
    {
        var answer = await _lab.Android().AttestAsync(flaw: EvidenceFlaw.Named(flaw));

        answer.AssertRefused(400, OAuthErrors.InvalidClientAttestation, CheckOfFlaw[flaw]);
    }

    [Fact]
    public async Task Device_of_an_uncertified_maker_is_refused_for_its_root()
    {
        var device = _lab.Android(profile => profile with { Root = AttestationRoot.Uncertified });

        Refused(await device.AttestAsync(), Rules.DeviceRoot.Name);
        Refused(await device.AttestAsync(DeviceLab.DebugApp), Rules.DeviceRoot.Name);
    }

    [Fact]
    public async Task Emulator_is_enough_for_developers_and_for_nobody_else()
    {
        var emulator = _lab.Android(profile =>
            profile with
            {
                Root = AttestationRoot.AndroidSoftware,
                SecurityLevel = Devices.Android.SecurityLevel.Software,
                BootState = VerifiedBootState.Unverified,
                BootLoaderLocked = false,
            }
        );

        Refused(await emulator.AttestAsync(), Rules.DeviceRoot.Name);
        TestDevice.Token(await emulator.AttestAsync(DeviceLab.DebugApp));
    }

    [Fact]
    public async Task Key_in_software_is_refused_also_below_a_root_for_hardware()
    {
        var device = _lab.Android(profile => profile with { SecurityLevel = Devices.Android.SecurityLevel.Software });

        Refused(await device.AttestAsync(), Rules.AndroidKeySecurityLevel.Name);
    }

    [Theory]
    [InlineData(VerifiedBootState.Unverified, false)]
    [InlineData(VerifiedBootState.SelfSigned, true)]
    [InlineData(VerifiedBootState.Failed, true)]
    public async Task Device_that_started_anything_else_is_refused_in_production(VerifiedBootState state, bool isLocked)
    {
        var device = _lab.Android(profile => profile with { BootState = state, BootLoaderLocked = isLocked });

        Refused(await device.AttestAsync(), Rules.AndroidKeyBootState.Name);
        TestDevice.Token(await device.AttestAsync(DeviceLab.DebugApp));
    }

    [Fact]
    public async Task Device_that_could_have_started_anything_is_refused_though_it_started_the_right_thing()
    {
        var unlocked = new EvidenceFlaw("unlocked")
        {
            Android = evidence =>
                evidence with
                {
                    Description = evidence.Description.WithKey(list =>
                        list with
                        {
                            RootOfTrust = list.RootOfTrust! with { DeviceLocked = false },
                        }
                    ),
                },
        };

        Refused(await _lab.Android().AttestAsync(flaw: unlocked), Rules.AndroidKeyBootState.Name);
    }

    [Fact]
    public async Task App_that_somebody_else_has_signed_is_refused_by_every_policy()
    {
        var digest = Convert.ToBase64String(new byte[32]);
        var device = _lab.Android(profile => profile with { SignatureDigest = digest });

        Refused(await device.AttestAsync(), Rules.AndroidKeySignatureDigest.Name);
        Refused(await device.AttestAsync(DeviceLab.DebugApp), Rules.AndroidKeySignatureDigest.Name);
    }

    [Fact]
    public async Task Other_app_of_the_same_developer_is_refused()
    {
        var device = _lab.Android(profile => profile with { PackageName = "com.example.other" });

        Refused(await device.AttestAsync(), Rules.AndroidKeyPackage.Name);
    }

    private static void Refused(TestAnswer answer, string check) =>
        answer.AssertRefused(400, OAuthErrors.InvalidClientAttestation, check);
}
