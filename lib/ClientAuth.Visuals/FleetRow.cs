namespace ClientAuth.Visuals;

/// <summary>One device of a fleet.</summary>
/// <param name="Device">What a person calls it.</param>
/// <param name="VouchedFor">What its platform says of it and of the app.</param>
/// <param name="Path">How it came to a token; null where it has none.</param>
/// <param name="Why">Why this path and no other.</param>
/// <param name="FailingCheck">The check of the server that did not believe the device, if one did not.</param>
public sealed record FleetRow(string Device, string VouchedFor, string? Path, string Why, string? FailingCheck);
