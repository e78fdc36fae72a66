namespace ClientAuth.Devices.Apple;

/// <summary>How an app came to the device, as App Attest sees it.</summary>
public enum AppleEnvironment
{
    /// <summary>From the store, TestFlight or an enterprise.</summary>
    Production,

    /// <summary>From a developer's machine, unless the developer chose the other one.</summary>
    Development,
}
