namespace ClientAuth.Devices.Apple;

/// <summary>The environment of App Attest: development, or production.</summary>
public enum AppleEnvironment
{
    /// <summary>From the store, TestFlight or an enterprise.</summary>
    Production,

    /// <summary>From a developer's machine, unless the developer chose the other one.</summary>
    Development,
}
