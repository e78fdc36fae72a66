using ClientAuth.Visuals.Tests.Contract;
using ClientAuth.Visuals.Tests.Samples;

namespace ClientAuth.Visuals.Tests;

public sealed class FleetViewTests
{
    [Fact]
    public void Three_columns_stand_open_and_the_rest_is_folded_for_each_device()
    {
        var page = HtmlRules.Parse(new FleetView(SampleFleet.Devices).ToHtml());

        Assert.Equal(
            ["Device", "Path", "Why"],
            page.Descendants("thead").Single().Descendants("th").Select(head => head.Value)
        );
        Assert.Equal(
            SampleFleet.Devices.Select(device => device.InShort),
            page.Descendants("summary").Select(summary => summary.Value)
        );
        Assert.Equal(
            [
                "The server expected a trusted root, and saw another.",
                "failing check device.root",
                "its platform vouches for a key in software",
            ],
            page.Descendants("details").ElementAt(1).Elements("p").Select(line => line.Value)
        );
    }

    [Fact]
    public void What_changed_is_shown_with_the_path_before_and_the_others_are_counted() =>
        Assert.Equal(
            """
            Which device takes another path
            1 of 3 devices take another path, the others the same as before; 2 have a token
            Device    Path                             Why                                         In full                                               Failing check  Its platform vouches for
            --------  -------------------------------  ------------------------------------------  ----------------------------------------------------  -------------  ------------------------
            Emulator  client of its own → attestation  the server believes what the platform says  The server expected a trusted root, and saw another.  device.root    a key in software
            """.ReplaceLineEndings("\n"),
            FleetView.Changes(SampleFleet.Devices, SampleFleet.InDevelopment).ToString()
        );

    [Fact]
    public void Two_fleets_of_different_devices_are_not_compared() =>
        Assert.Throws<ArgumentException>(() =>
            FleetView.Changes(SampleFleet.Devices, SampleFleet.Devices.Take(2).ToList())
        );
}
