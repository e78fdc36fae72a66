namespace ClientAuth.MockServer.Standalone;

/// <summary>One template that a device may register from.</summary>
internal sealed record ManifestTemplate
{
    /// <summary>What the device sends as <c>software_id</c>.</summary>
    public required string SoftwareId { get; init; }

    /// <summary>The client of this manifest whose initial access token opens it.</summary>
    public required string AuthenticateClientBy { get; init; }

    /// <summary>How the device's own client will prove who it is.</summary>
    public required string TokenEndpointAuthMethod { get; init; }

    /// <summary>The members that the device may give itself.</summary>
    public required IReadOnlyList<string> SetByDevice { get; init; }
}
