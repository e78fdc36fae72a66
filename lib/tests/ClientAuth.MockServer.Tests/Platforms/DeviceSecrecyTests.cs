using ClientAuth.Devices;
using ClientAuth.Devices.Android;
using ClientAuth.MockServer.Tests.Lab;

namespace ClientAuth.MockServer.Tests.Platforms;

/// <summary>A trace tells what was wrong with evidence and with a token, and holds neither; an answer tells nothing at all.</summary>
public sealed class DeviceSecrecyTests : IAsyncLifetime
{
    private DeviceLab _lab = null!;

    public async ValueTask InitializeAsync() => _lab = await DeviceLab.StartAsync();

    public ValueTask DisposeAsync() => _lab.DisposeAsync();

    [Fact]
    public async Task No_token_and_no_evidence_reaches_a_trace()
    {
        var tokens = new List<string>();
        foreach (var (device, flaws) in Devices())
        {
            var token = await device().TokenAsync();
            tokens.Add(token);
            foreach (var flaw in flaws.Where(flaw => flaw.Android is not null || flaw.Attestation is not null))
            {
                await device().AttestAsync(flaw: flaw);
            }

            var sender = device();
            tokens.Add(await sender.TokenAsync());
            await sender.SendAsync(await sender.ExchangeAsync(tokens[^1]));
            await sender.SendAsync(await sender.ExchangeAsync(token));
            await sender.SendAsync(await sender.ExchangeAsync(token, DeviceLab.DebugApp));
            await sender.SendAsync(await sender.ExchangeAsync(token + "A"));
            await sender.SendAsync(TestDevice.Exchange(token));
            await sender.SendAsync(TestCall.Bearing(token));
        }

        var exchanges = _lab.Lab.Server.Exchanges.Snapshot();
        Assert.Contains(exchanges, exchange => exchange.Trace.Failure is null && exchange.Request.Target == "/token");
        foreach (var exchange in exchanges)
        {
            var shown = string.Join('\n', exchange.Trace.Decisions) + exchange + exchange.Request + exchange.Response;
            Assert.All(tokens, token => Assert.DoesNotContain(token.Split('.')[2], shown, StringComparison.Ordinal));
            Assert.All(
                Evidence(exchange.Request.Body),
                part => Assert.DoesNotContain(part, shown, StringComparison.Ordinal)
            );
        }
    }

    [Fact]
    public async Task Answer_is_the_same_whatever_is_wrong_with_the_evidence()
    {
        var bodies = new HashSet<string>();
        foreach (var flaw in AndroidFlaws.All.Except([ChainFlaws.ExpiredLeaf, ChainFlaws.ExpiredIntermediate]))
        {
            bodies.Add((await _lab.Android().AttestAsync(flaw: flaw)).Body);
        }

        var revoked = _lab.Android(profile => profile with { ChainStatus = ChainStatus.Revoked });
        bodies.Add((await revoked.AttestAsync()).Body);

        Assert.Equal(
            """{"error":"invalid_client_attestation","error_description":"the attestation is not accepted"}""",
            Assert.Single(bodies)
        );
    }

    private (Func<TestDevice> Device, IReadOnlyList<EvidenceFlaw> Flaws)[] Devices() =>
        [(() => _lab.Android(), AndroidFlaws.All), (() => _lab.Apple(), AppleFlaws.All)];

    // What is longer than any hash: certificates, attestation objects, assertions.
    private static IEnumerable<string> Evidence(string body) =>
        body.Split('"').Where(part => part.Length > 100).Select(part => part[..100]);
}
