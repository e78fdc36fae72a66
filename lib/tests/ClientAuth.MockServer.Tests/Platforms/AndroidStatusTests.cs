using System.Security.Cryptography.X509Certificates;
using ClientAuth.Devices.Android;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Options;
using ClientAuth.MockServer.Tests.Lab;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Tests.Platforms;

/// <summary>Attestation keys that are revoked or suspended, and a server that cannot know whether they are.</summary>
public sealed class AndroidStatusTests : IAsyncLifetime
{
    private DeviceLab _lab = null!;

    public async ValueTask InitializeAsync() => _lab = await DeviceLab.StartAsync();

    public ValueTask DisposeAsync() => _lab.DisposeAsync();

    [Theory]
    [InlineData(ChainStatus.Revoked, "REVOKED: KEY_COMPROMISE")]
    [InlineData(ChainStatus.Suspended, "SUSPENDED: SOFTWARE_FLAW")]
    public async Task Key_that_is_withdrawn_is_refused_and_named(ChainStatus status, string said)
    {
        var device = _lab.Android(profile => profile with { ChainStatus = status });

        var answer = await device.AttestAsync();

        Refused(answer);
        Assert.Matches(
            $"^'CN=TEE Attestation Key, O=Client Authentication Lab', serial number [1-9a-f][0-9a-f]*, is {said}$",
            answer.Exchange.Trace.Failure!.Seen
        );
        Refused(await device.AttestAsync(DeviceLab.DebugApp));
        TestDevice.Token(await _lab.Android().AttestAsync());
    }

    [Theory]
    [InlineData(0)] // the app's own key
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)] // the root
    public async Task Every_certificate_of_the_chain_is_looked_up(int position)
    {
        var device = _lab.Android(profile => profile with { Root = AttestationRoot.KeyAttestationCa1 });
        X509Certificate2? listed = null;

        var answer = await device.AttestAsync(change: body =>
        {
            var x5c = body["attestation"]!["x5c"]!.AsArray();
            Assert.Equal(5, x5c.Count);
            listed = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(x5c[position]!.GetValue<string>()));
            _lab.StatusList.Revoke(listed);
        });

        Refused(answer);
        _lab.StatusList.Reinstate(listed!);
        TestDevice.Token(await device.AttestAsync());
    }

    [Fact]
    public async Task Without_a_list_nothing_is_believed()
    {
        await using var lab = await DeviceLab.StartAsync(options =>
            options with
            {
                Apps = options.Apps with { AttestationStatus = () => null },
            }
        );

        var answer = await lab.Android().AttestAsync();

        Refused(answer);
        Assert.Equal("no list", answer.Exchange.Trace.Failure!.Seen);
        TestDevice.Token(await lab.Apple().AttestAsync());
    }

    [Fact]
    public async Task Policy_that_does_not_ask_believes_a_leaked_key()
    {
        await using var lab = await DeviceLab.StartAsync(options =>
            options with
            {
                Apps = options.Apps with
                {
                    AttestationStatus = null,
                    AttestedApps =
                    [
                        .. options.Apps.AttestedApps.Select(app =>
                            app with
                            {
                                Policy = app.Policy with { VerifyRevocation = false },
                            }
                        ),
                    ],
                },
            }
        );
        var device = lab.Android(profile => profile with { ChainStatus = ChainStatus.Revoked });

        var answer = await device.AttestAsync();

        TestDevice.Token(answer);
        Assert.DoesNotContain(answer.Exchange.Trace.Decisions, line => line.Check == Rules.AndroidKeyNotRevoked.Name);
    }

    [Fact]
    public async Task List_grows_stale_to_the_second()
    {
        AttestationStatusList? fetched = null;
        await using var lab = await DeviceLab.StartAsync(options =>
            options with
            {
                Apps = options.Apps with
                {
                    AttestationStatus = () =>
                        fetched ??= AttestationStatusList.Parse("""{"entries":{}}""", options.Clock.GetUtcNow()),
                    MaximumAttestationStatusAge = TimeSpan.FromHours(1),
                },
            }
        );
        var device = lab.Android();
        TestDevice.Token(await device.AttestAsync());

        lab.Lab.Clock.Advance(TimeSpan.FromHours(1) - TimeSpan.FromSeconds(1));
        TestDevice.Token(await device.AttestAsync());

        lab.Lab.Clock.Advance(TimeSpan.FromSeconds(1));
        var answer = await device.AttestAsync();
        Refused(answer);
        Assert.Equal($"a list that was fetched at {fetched!.FetchedAt:u}", answer.Exchange.Trace.Failure!.Seen);
    }

    private static void Refused(TestAnswer answer) =>
        answer.AssertRefused(400, OAuthErrors.InvalidClientAttestation, Rules.AndroidKeyNotRevoked.Name);
}
