namespace ClientAuth.Devices.Android;

/// <summary>How a key came to the device: values of the tag <c>origin</c>, 702.</summary>
public enum KeyOrigin
{
    /// <summary>Made there; nobody else has ever had it.</summary>
    Generated = 0,

    /// <summary>Brought there; whoever brought it may still have it.</summary>
    Imported = 2,
}
