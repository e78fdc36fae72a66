using ClientAuth.Devices;
using ClientAuth.Devices.Android;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Options;
using ClientAuth.MockServer.Tests.Lab;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Tests.Platforms;

/// <summary>Which dates of an Android chain count: those that somebody renews, or all of them where the policy says so.</summary>
public sealed class AndroidDateTests : IAsyncLifetime
{
    private DeviceLab _lab = null!;

    public async ValueTask InitializeAsync() => _lab = await DeviceLab.StartAsync();

    public ValueTask DisposeAsync() => _lab.DisposeAsync();

    [Theory]
    [InlineData("expired_leaf")]
    [InlineData("expired_intermediate")]
    public async Task Chain_from_a_factory_may_have_any_dates(string flaw)
    {
        var answer = await _lab.Android().AttestAsync(flaw: EvidenceFlaw.Named(flaw));

        TestDevice.Token(answer);
        var line = answer.Exchange.Trace.Decisions.Single(line => line.Check == Rules.DeviceValidity.Name);
        Assert.Equal("any dates: the chain was made in a factory and cannot be renewed", line.Expected);
        Assert.Equal("Android, github.com/android/keyattestation", line.Specification);
    }

    [Fact]
    public async Task Authority_that_is_provisioned_over_the_air_must_be_in_force()
    {
        var device = Remote();
        TestDevice.Token(await device.AttestAsync());

        var late = await device.AttestAsync(flaw: ChainFlaws.ExpiredIntermediate);

        late.AssertRefused(400, OAuthErrors.InvalidClientAttestation, Rules.DeviceValidity.Name);
        Assert.StartsWith(
            "the authority 'CN=TEE Attestation Key, O=Client Authentication Lab' ",
            late.Exchange.Trace.Failure!.Seen,
            StringComparison.Ordinal
        );
        TestDevice.Token(await device.AttestAsync(flaw: ChainFlaws.ExpiredLeaf));
    }

    [Theory]
    [InlineData("expired_leaf", AttestationRoot.Android)]
    [InlineData("expired_intermediate", AttestationRoot.Android)]
    [InlineData("expired_leaf", AttestationRoot.KeyAttestationCa1)]
    [InlineData("expired_intermediate", AttestationRoot.KeyAttestationCa1)]
    public async Task Policy_can_ask_for_every_date(string flaw, AttestationRoot root)
    {
        await using var lab = await DeviceLab.StartAsync(options =>
            options with
            {
                Apps = options.Apps with
                {
                    AttestedApps =
                    [
                        .. options.Apps.AttestedApps.Select(app =>
                            app with
                            {
                                Policy = app.Policy with { AndroidDates = AndroidDates.Every },
                            }
                        ),
                    ],
                },
            }
        );
        var device = lab.Android(profile => profile with { Root = root });

        TestDevice.Token(await device.AttestAsync());
        (await device.AttestAsync(flaw: EvidenceFlaw.Named(flaw))).AssertRefused(
            400,
            OAuthErrors.InvalidClientAttestation,
            Rules.DeviceValidity.Name
        );
    }

    private TestDevice Remote() => _lab.Android(profile => profile with { Root = AttestationRoot.KeyAttestationCa1 });
}
