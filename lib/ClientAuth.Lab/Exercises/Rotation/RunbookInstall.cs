namespace ClientAuth.Lab.Exercises.Rotation;

/// <summary>What one install of the app has at a moment of a runbook.</summary>
/// <param name="IsNextCertificate">Whether its certificate is of the next authority.</param>
/// <param name="HasOldPin">Whether the app has the pin of the server's old key.</param>
/// <param name="HasNextPin">Whether the app has the pin of its next key.</param>
internal sealed record RunbookInstall(bool IsNextCertificate, bool HasOldPin, bool HasNextPin)
{
    public static RunbookInstall First { get; } = new(IsNextCertificate: false, HasOldPin: true, HasNextPin: false);

    public string Authority => IsNextCertificate ? "new" : "old";

    public string Pins => HasOldPin ? (HasNextPin ? "old, new" : "old") : "new";

    /// <summary>The same install once a step has reached it.</summary>
    public RunbookInstall After(string step) =>
        step switch
        {
            RunbookStep.IssueByNew => this with { IsNextCertificate = true },
            RunbookStep.ShipBothPins => this with { HasOldPin = true, HasNextPin = true },
            RunbookStep.ShipNewPin => this with { HasOldPin = false, HasNextPin = true },
            _ => this,
        };

    public override string ToString() => $"certificate of the {Authority} authority, pins: {Pins}";
}
