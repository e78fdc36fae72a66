using ClientAuth.Credentials;
using ClientAuth.Devices;
using ClientAuth.Lab.Devices;

namespace ClientAuth.Lab.Tests.Devices;

/// <summary>The copy of the revocation status list follows what is published, until it is cut off.</summary>
public sealed class StatusListCopyTests
{
    [Fact]
    public void A_copy_that_is_cut_off_stays_as_it_was_last_fetched()
    {
        var clock = new LabClock(TimeProvider.System);
        using var makers = DeviceMakers.Create(clock);
        var copy = new StatusListCopy(makers.StatusList, clock);
        copy.CutOff();
        Assert.Null(copy.Current());

        copy.Reconnect();
        var first = copy.Current()!;
        copy.CutOff();
        makers.StatusList.Revoke(makers.AndroidRoot);
        clock.Advance(TimeSpan.FromDays(2));

        Assert.Same(first, copy.Current());
        copy.Reconnect();
        Assert.Equal((0, 1), (first.Count, copy.Current()!.Count));
        Assert.True(copy.Current()!.FetchedAt - first.FetchedAt >= TimeSpan.FromDays(2));
    }
}
