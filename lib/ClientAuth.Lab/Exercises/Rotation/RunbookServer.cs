namespace ClientAuth.Lab.Exercises.Rotation;

/// <summary>What the server is set to at a moment of a runbook.</summary>
/// <param name="TrustsOld">Whether it accepts certificates of the old authority.</param>
/// <param name="TrustsNext">Whether it accepts certificates of the next authority.</param>
/// <param name="ShowsNextKey">Whether it shows its next key in the handshake.</param>
internal sealed record RunbookServer(bool TrustsOld, bool TrustsNext, bool ShowsNextKey)
{
    public static RunbookServer First { get; } = new(TrustsOld: true, TrustsNext: false, ShowsNextKey: false);

    /// <summary>The same server after a step.</summary>
    public RunbookServer After(string step) =>
        step switch
        {
            RunbookStep.TrustNewAuthority => this with { TrustsNext = true },
            RunbookStep.DropOldAuthority => this with { TrustsOld = false },
            RunbookStep.SwitchServerKey => this with { ShowsNextKey = true },
            _ => this,
        };
}
