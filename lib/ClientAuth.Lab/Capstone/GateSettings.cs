namespace ClientAuth.Lab.Capstone;

/// <summary>What the computer at the depot's gate is configured with: it has a certificate.</summary>
public sealed record GateSettings
{
    /// <summary>Where it sends its token requests.</summary>
    public required string Endpoint { get; set; }
}
