namespace ClientAuth.Lab.Capstone;

/// <summary>What the backend for invoices is configured with: it signs with a secret.</summary>
public sealed record BillingSettings : AssertionSettings
{
    /// <summary>Which octets key the MAC.</summary>
    public MacKey MacKey { get; set; }
}
