using System.Text.Json;
using System.Text.Json.Nodes;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Registrations;

/// <summary>Writes a client that registered itself as JSON, for the other nodes of the issuer, and reads it again.</summary>
internal static class StoredClient
{
    private const string Metadata = "metadata";
    private const string AccessTokenHash = "registration_access_token_sha256";
    private const string MainClient = "main_client";
    private const string OwnerKey = "owner_key";
    private const string OwnerTemplate = "owner_template";
    private const string Disabled = "disabled";
    private const string FormerSecrets = "former_secrets";
    private const string Secret = "secret";
    private const string Ends = "ends";

    public static JsonObject Write(RegisteredClient client)
    {
        var registration = client.Dynamic!;
        return new JsonObject
        {
            [Metadata] = JsonSerializer.SerializeToNode(client.Metadata, ProtocolJson.Default.ClientMetadata),
            [AccessTokenHash] = Convert.ToHexStringLower(registration.AccessToken.Kept),
            [MainClient] = registration.MainClientId,
            [OwnerKey] = registration.Owner?.KeyThumbprint,
            [OwnerTemplate] = registration.Owner?.TemplateId,
            [Disabled] = client.IsDisabled,
            [FormerSecrets] = new JsonArray([
                .. client.FormerSecrets.Select(former => new JsonObject
                {
                    [Secret] = former.Value.Reveal(),
                    [Ends] = former.Ends,
                }),
            ]),
        };
    }

    public static RegisteredClient Read(JsonObject stored) =>
        new(stored[Metadata].Deserialize(ProtocolJson.Default.ClientMetadata)!)
        {
            Dynamic = new DynamicRegistration(
                HashedToken.Of(Convert.FromHexString(Text(stored, AccessTokenHash)!)),
                Text(stored, MainClient)!,
                Text(stored, OwnerKey) is { } key ? new RegistrationOwner(key, Text(stored, OwnerTemplate)!) : null
            ),
            IsDisabled = stored[Disabled]!.GetValue<bool>(),
            FormerSecrets =
            [
                .. stored[FormerSecrets]!
                    .AsArray()
                    .Select(former => new DatedSecret(
                        new ClientSecret(former![Secret]!.GetValue<string>()),
                        former[Ends]?.GetValue<DateTimeOffset>()
                    )),
            ],
        };

    /// <summary>Whose record it is.</summary>
    public static string IdOf(JsonObject stored) => stored[Metadata]!["client_id"]!.GetValue<string>();

    private static string? Text(JsonObject stored, string name) => stored[name]?.GetValue<string>();
}
