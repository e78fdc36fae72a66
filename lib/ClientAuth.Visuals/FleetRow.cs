namespace ClientAuth.Visuals;

/// <summary>One device of a fleet.</summary>
/// <param name="Device">What a person calls it.</param>
/// <param name="Path">How it came to a token; null where it has none.</param>
/// <param name="InShort">Why this path and no other, in at most eight words.</param>
public sealed record FleetRow(string Device, string? Path, string InShort)
{
    /// <summary>The same with every value.</summary>
    public required string Why { get; init; }

    /// <summary>What its platform says of it and of the app.</summary>
    public required string VouchedFor { get; init; }

    /// <summary>The check of the server that did not believe the device, if one did not.</summary>
    public string? FailingCheck { get; init; }
}
