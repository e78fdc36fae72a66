using System.Text.Json.Nodes;
using ClientAuth.MockServer.Options;
using ClientAuth.MockServer.Tests.Lab;
using ClientAuth.Protocol;
using FsCheck;
using FsCheck.Fluent;

namespace ClientAuth.MockServer.Tests.Fuzzing;

/// <summary>Evidence that was good until some of its bytes changed, thousands of times, at a server that keeps running.</summary>
public sealed class DamagedEvidenceTests : IAsyncLifetime
{
    private const int Requests = 400;

    private DeviceLab _lab = null!;

    public async ValueTask InitializeAsync() =>
        _lab = await DeviceLab.StartAsync(options =>
            options with
            {
                Limits = new() { RecordedExchangeLimit = 10 },
                Proofs = new() { DpopNonces = NoncePolicy.NotUsed },
            }
        );

    public ValueTask DisposeAsync() => _lab.DisposeAsync();

    [Fact]
    public void Damaged_certificate_of_an_Android_device_is_refused_for_what_it_is() =>
        Check(_lab.Android(), (attestation, damage) => Damage(attestation["x5c"]!.AsArray(), at: 0, damage));

    [Fact]
    public void Damaged_authority_of_an_Android_device_is_refused_for_what_it_is() =>
        Check(_lab.Android(), (attestation, damage) => Damage(attestation["x5c"]!.AsArray(), at: 1, damage));

    [Fact]
    public void Damaged_object_of_App_Attest_is_refused_for_what_it_is() =>
        Check(_lab.Apple(), (attestation, damage) => Damage(attestation, "attestation_object", damage), isNewKey: true);

    [Fact]
    public async Task Damaged_assertion_is_refused_for_what_it_is()
    {
        var device = _lab.Apple();
        TestDevice.Token(await device.AttestAsync());

        Check(device, (attestation, damage) => Damage(attestation, "assertion", damage));
    }

    private void Check(TestDevice device, Func<JsonObject, DamagedBytes, bool> spoil, bool isNewKey = false)
    {
        var outcomes = new Dictionary<string, int>();
        var property = Prop.ForAll(
            Arb.From(DamagedBytes.Some),
            async damage =>
            {
                var damaged = true;
                var sender = isNewKey ? _lab.Apple() : device;
                var answer = await sender.AttestAsync(change: body =>
                    damaged = spoil(body["attestation"]!.AsObject(), damage)
                );
                var check = answer.Exchange.Trace.Failure?.Check ?? "token";
                outcomes[check] = outcomes.GetValueOrDefault(check) + 1;
                if (answer.Status == 200)
                {
                    // Only where nothing of what counts has changed: some damage undoes itself, and nobody reads a receipt.
                    Assert.False(damaged, $"a token for {damage}");
                    return;
                }

                answer.AssertRefused(400, OAuthErrors.InvalidClientAttestation, check);
            }
        );

        property.Check(Config.QuickThrowOnFailure.WithMaxTest(Requests));

        TestContext.Current.TestOutputHelper?.WriteLine(
            string.Join(", ", outcomes.OrderByDescending(o => o.Value).Select(o => $"{o.Key} {o.Value}"))
        );
        Assert.InRange(outcomes.Count, 2, int.MaxValue);
    }

    private static bool Damage(JsonArray encoded, int at, DamagedBytes damage)
    {
        var good = Convert.FromBase64String(encoded[at]!.GetValue<string>());
        var bytes = damage.Damage(good);
        encoded[at] = Convert.ToBase64String(bytes);
        return !bytes.AsSpan().SequenceEqual(good);
    }

    private static bool Damage(JsonObject attestation, string member, DamagedBytes damage)
    {
        var good = Convert.FromBase64String(attestation[member]!.GetValue<string>());
        var bytes = damage.Damage(good);
        attestation[member] = Convert.ToBase64String(bytes);
        return !KeepsWhatCounts(good, bytes);
    }

    // The receipt is for Apple: what a server believes stands before and behind it.
    private static bool KeepsWhatCounts(byte[] good, byte[] damaged)
    {
        var receipt = good.AsSpan().IndexOf("receipt"u8);
        var data = good.AsSpan().LastIndexOf("authData"u8);
        return receipt < 0
            ? damaged.AsSpan().SequenceEqual(good)
            : damaged.AsSpan().StartsWith(good.AsSpan(0, receipt - 1))
                && damaged.AsSpan().EndsWith(good.AsSpan(data - 1));
    }
}
