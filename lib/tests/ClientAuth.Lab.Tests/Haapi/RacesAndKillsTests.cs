using ClientAuth.MockServer.Faults;

namespace ClientAuth.Lab.Tests.Haapi;

/// <summary>Several starts of an app at once, and starts that are killed on the way: each device has one client at the end.</summary>
public sealed class RacesAndKillsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("older-than-android-8", 2)]
    [InlineData("older-than-android-8", 10)]
    [InlineData("iphone", 2)]
    [InlineData("iphone", 10)]
    public async Task Starts_that_race_end_in_a_token_each_and_in_one_client_at_most(string id, int starts)
    {
        await using var lab = await AppFixture.OpenAsync();
        var phone = lab.Phone(id);

        var apps = await Task.WhenAll(
            Enumerable.Range(0, starts).Select(_ => Task.Run(() => lab.App(phone).CreateAsync(Cancellation)))
        );

        Assert.Single(apps.Select(app => app.ClientId).Distinct());
        Assert.Equal(id == "iphone" ? 0 : 1, lab.DeviceClients.Count());
        foreach (var app in apps)
        {
            Assert.Equal(200, await lab.CallAsync(app));
            app.Dispose();
        }
    }

    [Fact]
    public async Task Starts_that_race_for_a_forgotten_client_register_it_once()
    {
        await using var lab = await AppFixture.OpenAsync();
        using (var first = await lab.App(lab.OldPhone).CreateAsync(Cancellation))
        {
            lab.Server.Clients.Remove(first.ClientId);
        }

        lab.Server.Exchanges.Clear();
        var apps = await Task.WhenAll(
            Enumerable.Range(0, 10).Select(_ => Task.Run(() => lab.App(lab.OldPhone).CreateAsync(Cancellation)))
        );

        Assert.Single(apps.Select(app => app.ClientId).Distinct());
        Assert.Single(lab.DeviceClients);
        Assert.Single(lab.Requests, request => request.Target == "/register");
        Assert.All(apps, app => app.Dispose());
    }

    public static TheoryData<int, FaultMoment> Kills =>
        [
            .. Enumerable
                .Range(0, FallbackStep.OfRegistration.Count)
                .SelectMany(index => Enum.GetValues<FaultMoment>().Select(moment => (index, moment))),
        ];

    [Theory]
    [MemberData(nameof(Kills))]
    public async Task An_app_that_is_killed_between_two_steps_leaves_no_lock_and_one_client(
        int index,
        FaultMoment moment
    )
    {
        await using var lab = await AppFixture.OpenAsync();
        var step = FallbackStep.OfRegistration[index];
        step.Script(lab.Server.Faults, new Fault.Late(moment: moment));
        using var kill = new CancellationTokenSource();

        var killed = lab.App(lab.OldPhone).CreateAsync(kill.Token);
        await lab.StruckAsync(step.At, step.Before);
        await kill.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => killed);

        // Free at once, not only when the request has timed out: a wait that cannot be given up would hang here.
        var held = lab.OldPhone.Storage.LockAsync(Cancellation);
        Assert.True(held.IsCompletedSuccessfully);
        (await held).Dispose();
        using var next = await lab.App(lab.OldPhone).CreateAsync(Cancellation);
        Assert.Equal(next.ClientId, Assert.Single(lab.DeviceClients).ClientId);
    }

    [Fact]
    public async Task An_app_that_is_killed_between_registration_and_storage_gets_the_same_client()
    {
        await using var lab = await AppFixture.OpenAsync();
        var phone = new WatchedPhone(lab.OldPhone) { OnWrite = () => throw new OperationCanceledException("killed") };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => lab.App(phone).CreateAsync(Cancellation));
        var registered = Assert.Single(lab.DeviceClients);

        using var next = await lab.App(lab.OldPhone).CreateAsync(Cancellation);

        Assert.Equal(registered.ClientId, next.ClientId);
        Assert.Single(lab.DeviceClients);
    }

    [Fact]
    public async Task An_app_that_is_killed_before_it_starts_does_nothing()
    {
        await using var lab = await AppFixture.OpenAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            lab.App(lab.OldPhone).CreateAsync(new CancellationToken(canceled: true))
        );

        Assert.Empty(lab.Requests);
    }
}
