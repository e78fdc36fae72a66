namespace ClientAuth.Visuals.Tests.Samples;

/// <summary>Three devices: one that is believed, one that is not and has another way, and one that has none.</summary>
internal static class SampleFleet
{
    public static IReadOnlyList<FleetRow> Devices { get; } =
    [
        new("Flagship", "attestation", "the server believes what the platform says")
        {
            Why = "The server believes what the platform says.",
            VouchedFor = "a key in a security chip",
        },
        new("Emulator", "client of its own", "the server refused its attestation: device.root")
        {
            Why = "The server expected a trusted root, and saw another.",
            VouchedFor = "a key in software",
            FailingCheck = "device.root",
        },
        new("Old phone", null, "its platform cannot vouch for the app")
        {
            Why = "Android 8.0 is the first that does.",
            VouchedFor = "nothing",
        },
    ];

    /// <summary>The emulator is believed now.</summary>
    public static IReadOnlyList<FleetRow> InDevelopment { get; } =
    [Devices[0], Devices[1] with { Path = "attestation", InShort = Devices[0].InShort }, Devices[2]];
}
