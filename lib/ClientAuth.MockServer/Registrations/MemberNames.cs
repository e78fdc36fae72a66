using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Registrations;

/// <summary>Names of the members of a registration that the server reads by themselves (RFC 7591 §2 and §3.2.1, RFC 7592 §3).</summary>
internal static class MemberNames
{
    public const string ClientId = "client_id";
    public const string ClientSecret = "client_secret";
    public const string SoftwareId = "software_id";
    public const string SoftwareStatement = "software_statement";
    public const string Jwks = "jwks";

    /// <summary>What the server alone says, and no request may repeat (RFC 7592 §2.2).</summary>
    public static IReadOnlyList<string> ServersOwn { get; } =
    ["registration_access_token", "registration_client_uri", "client_secret_expires_at", "client_id_issued_at"];

    /// <summary>What the server makes, whatever a request says.</summary>
    public static IReadOnlyList<string> Made { get; } = [ClientId, ClientSecret, .. ServersOwn];

    /// <summary>What a client may say about itself, by name.</summary>
    public static IEnumerable<string> SetByClient =>
        ProtocolJson
            .Default.ClientMetadata.Properties.Select(property => property.Name)
            .Where(name => !Made.Contains(name) && name is not (SoftwareId or SoftwareStatement));
}
