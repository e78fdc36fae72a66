namespace ClientAuth.Lab.Capstone;

/// <summary>What the app on an old scanner is configured with: it cannot attest itself, and registers a client of its own.</summary>
public sealed record ScannerSettings
{
    /// <summary>What it registers from, its <c>software_id</c>.</summary>
    public string TemplateClientId { get; set; } = FleetClients.ScannerTemplate;

    /// <summary>Whether the app is to attest itself where it can.</summary>
    public bool UseAttestation { get; set; } = true;
}
