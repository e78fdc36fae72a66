using System.Text.RegularExpressions;
using ClientAuth.Client.Haapi;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.Lab.Tests.Sequences;

/// <summary>Sequences of what a lab's clients and phones have really done.</summary>
public sealed partial class LabSequenceTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_phone_that_attests_is_drawn_with_device_server_and_resource()
    {
        await using var lab = await LessonLab.OpenAsync();
        using var manager = new HaapiTokenManager(lab.HaapiConfiguration(lab.Devices["flagship"]));

        var all = await lab.SequenceOfAsync(async () =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"{lab.Server.Issuer}/resource");
            (await manager.SendAsync(request, Cancellation)).Dispose();
        });
        var last = lab.Sequence();

        Assert.Equal(
            [Participant.Device, Participant.Client, Participant.AuthorizationServer, Participant.Resource],
            all.Participants
        );
        Assert.Equal(
            [
                "device  makes the key haapi-attested",
                "client <-> authorization server",
                "client -> authorization server",
                "authorization server -> client",
                "device  vouches for the key haapi-attested",
            ],
            Steps($"{all}")
                .Take(5)
                .Select(step => step.StartsWith("device", StringComparison.Ordinal) ? step : step.Split("  ")[0])
        );
        Assert.Equal([Participant.Client, Participant.Resource], last.Participants);
        Assert.Single(last.Exchanges);
    }

    [Fact]
    public async Task Only_what_happens_meanwhile_is_drawn_with_the_credential_that_was_built_for_it()
    {
        await using var lab = await LessonLab.OpenAsync();
        var client = lab.TokenClient("mobile-app-jwt-asymmetric");
        await client.RequestTokenAsync("read", Cancellation);

        var sequence = await lab.SequenceOfAsync(() => client.RequestTokenAsync("admin", Cancellation));

        var refused = Assert.Single(sequence.Exchanges);
        Assert.Equal(lab.LastExchange, refused);
        var steps = Steps($"{sequence}").ToList();
        Assert.StartsWith("client  builds the credential", steps[0], StringComparison.Ordinal);
        Assert.Contains(steps, step => step.Contains("✗ scope.allowed", StringComparison.Ordinal));
        Assert.Equal(steps, Steps($"{lab.Sequence()}"));
    }

    [Fact]
    public async Task A_phone_that_cannot_attest_starts_by_registering()
    {
        await using var lab = await LessonLab.OpenAsync();

        var sequence = await lab.SequenceOfAsync(async () =>
            (await lab.StartAppAsync(lab.Devices["older-than-android-8"])).Dispose()
        );

        Assert.Equal(
            ["POST /token", "POST /token", "POST /register", "POST /token"],
            sequence.Exchanges.Select(exchange => $"{exchange.Request}")
        );
    }

    // Without its numbers and times, and without the two lines above them.
    private static IEnumerable<string> Steps(string text) =>
        text.Split('\n')
            .Skip(2)
            .Select(line => Time().Replace(line.TrimStart(' ', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9'), ""));

    [GeneratedRegex(@"(  |, | after )[\d.]+ (ms|s)\b")]
    private static partial Regex Time();
}
