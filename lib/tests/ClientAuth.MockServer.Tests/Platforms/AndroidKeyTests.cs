using ClientAuth.Devices;
using ClientAuth.Devices.Android;
using ClientAuth.MockServer.Tests.Lab;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Tests.Platforms;

/// <summary>What an Android device says of itself, honestly and otherwise, and what a server makes of it.</summary>
public sealed class AndroidKeyTests : IAsyncLifetime
{
    private static readonly Dictionary<string, string> CheckOfFlaw = new()
    {
        ["intermediate_is_no_authority"] = CheckNames.DeviceIssuers,
        ["intermediate_left_out"] = CheckNames.DeviceChain,
        ["forged_signature"] = CheckNames.DeviceChain,
        ["unknown_critical_extension"] = CheckNames.DeviceExtensions,
        ["sha1_signature"] = CheckNames.DeviceAlgorithms,
        ["other_algorithm"] = CheckNames.AndroidKeyAlgorithm,
        ["no_statement"] = CheckNames.AndroidKeyDescription,
        ["statement_in_intermediate"] = CheckNames.AndroidKeyDescription,
        ["statement_twice"] = CheckNames.AndroidKeyDescription,
        ["trailing_bytes"] = CheckNames.AndroidKeyDescription,
        ["signed_by_attested_key"] = CheckNames.DeviceIssuers,
        ["imported_key"] = CheckNames.AndroidKeyOrigin,
        ["no_origin"] = CheckNames.AndroidKeyOrigin,
        ["no_signing_key"] = CheckNames.AndroidKeyPurpose,
        ["second_purpose"] = CheckNames.AndroidKeyPurpose,
        ["every_apps_key"] = CheckNames.AndroidKeyApplications,
        ["key_in_software"] = CheckNames.AndroidKeySecurityLevel,
        ["hardware_silent"] = CheckNames.AndroidKeyOrigin,
        ["no_root_of_trust"] = CheckNames.AndroidKeyBootState,
        ["no_application_id"] = CheckNames.AndroidKeyPackage,
        ["second_package"] = CheckNames.AndroidKeyPackage,
        ["second_signature"] = CheckNames.AndroidKeySignatureDigest,
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

        Refused(await device.AttestAsync(), CheckNames.DeviceRoot);
        Refused(await device.AttestAsync(DeviceLab.DebugApp), CheckNames.DeviceRoot);
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

        Refused(await emulator.AttestAsync(), CheckNames.DeviceRoot);
        TestDevice.Token(await emulator.AttestAsync(DeviceLab.DebugApp));
    }

    [Fact]
    public async Task Key_in_software_is_refused_also_below_a_root_for_hardware()
    {
        var device = _lab.Android(profile => profile with { SecurityLevel = Devices.Android.SecurityLevel.Software });

        Refused(await device.AttestAsync(), CheckNames.AndroidKeySecurityLevel);
    }

    [Theory]
    [InlineData(VerifiedBootState.Unverified, false)]
    [InlineData(VerifiedBootState.SelfSigned, true)]
    [InlineData(VerifiedBootState.Failed, true)]
    public async Task Device_that_started_anything_else_is_refused_in_production(VerifiedBootState state, bool isLocked)
    {
        var device = _lab.Android(profile => profile with { BootState = state, BootLoaderLocked = isLocked });

        Refused(await device.AttestAsync(), CheckNames.AndroidKeyBootState);
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

        Refused(await _lab.Android().AttestAsync(flaw: unlocked), CheckNames.AndroidKeyBootState);
    }

    [Fact]
    public async Task App_that_somebody_else_has_signed_is_refused_by_every_policy()
    {
        var digest = Convert.ToBase64String(new byte[32]);
        var device = _lab.Android(profile => profile with { SignatureDigest = digest });

        Refused(await device.AttestAsync(), CheckNames.AndroidKeySignatureDigest);
        Refused(await device.AttestAsync(DeviceLab.DebugApp), CheckNames.AndroidKeySignatureDigest);
    }

    [Fact]
    public async Task Other_app_of_the_same_developer_is_refused()
    {
        var device = _lab.Android(profile => profile with { PackageName = "com.example.other" });

        Refused(await device.AttestAsync(), CheckNames.AndroidKeyPackage);
    }

    private static void Refused(TestAnswer answer, string check) =>
        answer.AssertRefused(400, OAuthErrors.InvalidClientAttestation, check);
}
