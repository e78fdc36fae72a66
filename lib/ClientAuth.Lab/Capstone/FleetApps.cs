using ClientAuth.Client;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Capstone;

/// <summary>How the clients of the company are configured, for a learner to change.</summary>
public sealed record FleetApps
{
    /// <summary>What the server publishes about itself.</summary>
    public required AuthorizationServerMetadata Server { get; init; }

    public required OrdersSettings Orders { get; init; }

    public required BillingSettings Billing { get; init; }

    public required AssertionSettings Install { get; init; }

    public required GateSettings Gate { get; init; }

    public required PhoneSettings Phone { get; init; }

    public required ScannerSettings Scanner { get; init; }

    /// <summary>The settings that were right as the developers left them and are changed now, as they are written in a cell.</summary>
    internal IEnumerable<string> NeedlesslyChanged()
    {
        var (left, mended) = (FaultyApps.Of(Server), FaultyApps.Mended(Server));
        return from client in typeof(FleetApps).GetProperties()
            where client.PropertyType != typeof(AuthorizationServerMetadata)
            from setting in client.PropertyType.GetProperties()
            let before = setting.GetValue(client.GetValue(left))
            where Equals(before, setting.GetValue(client.GetValue(mended)))
            where !Equals(before, setting.GetValue(client.GetValue(this)))
            select $"apps.{client.Name}.{setting.Name}";
    }

    /// <summary>What is configured of one client.</summary>
    internal object SettingsOf(string client) =>
        client switch
        {
            FleetClients.Orders => Orders,
            FleetClients.Billing => Billing,
            FleetClients.Install => Install,
            FleetClients.Gate => Gate,
            FleetClients.Phone => Phone,
            _ => Scanner,
        };
}

/// <summary>What the backend for orders is configured with: it sends a secret.</summary>
public sealed record OrdersSettings
{
    /// <summary>Where the secret stands in the request.</summary>
    public SecretStyle Style { get; set; }

    /// <summary>Whether identifier and secret are form-encoded before Base64 (RFC 6749 §2.3.1).</summary>
    public bool FormEncodes { get; set; }
}

/// <summary>What the backend for invoices is configured with: it signs with a secret.</summary>
public sealed record BillingSettings : AssertionSettings
{
    /// <summary>Which octets key the MAC.</summary>
    public MacKey MacKey { get; set; }
}

/// <summary>Which octets key the MAC of an assertion.</summary>
public enum MacKey
{
    /// <summary>Those of the secret's text, in UTF-8 (OpenID Connect Core §10.1).</summary>
    Text,

    /// <summary>Those of the Base64 of that text.</summary>
    Base64OfText,
}

/// <summary>What the computer at the depot's gate is configured with: it has a certificate.</summary>
public sealed record GateSettings
{
    /// <summary>Where it sends its token requests.</summary>
    public required string Endpoint { get; set; }
}

/// <summary>What the app on a driver's phone is configured with: it attests itself at each start.</summary>
public sealed record PhoneSettings
{
    /// <summary>Whether a start uses the attested key of the start before.</summary>
    public bool KeepsKey { get; set; } = true;

    /// <summary>Whether a start uses the challenge of the start before.</summary>
    public bool KeepsChallenge { get; set; }
}

/// <summary>What the app on an old scanner is configured with: it cannot attest itself, and registers a client of its own.</summary>
public sealed record ScannerSettings
{
    /// <summary>What it registers from, its <c>software_id</c>.</summary>
    public string TemplateClientId { get; set; } = FleetClients.ScannerTemplate;

    /// <summary>Whether the app is to attest itself where it can.</summary>
    public bool UseAttestation { get; set; } = true;
}
