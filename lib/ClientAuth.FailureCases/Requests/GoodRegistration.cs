using System.Text.Json.Nodes;
using ClientAuth.FailureCases.Values;

namespace ClientAuth.FailureCases.Requests;

/// <summary>
/// What a device sends to register itself (RFC 7591 §3.1) and to read or change its registration (RFC 7592 §2). Earlier steps have
/// named the initial access token <c>initial</c> and the registration <c>device</c>.
/// </summary>
internal static class GoodRegistration
{
    public static void Fill(RequestDraft draft)
    {
        draft.ContentType = "application/json";
        draft.Json = new JsonDraft(Device());
        draft.SetHeader("Authorization", "Bearer {initial.access_token}");
        // A token that was asked for with a certificate works with it alone (RFC 8705 §3).
        draft.Certificate = draft.Client.Certificate;
        draft.AtCertificateEndpoint = draft.Certificate is not null;
    }

    /// <summary>Reads; the body is there for a case that makes it an update.</summary>
    public static void FillConfiguration(RequestDraft draft)
    {
        var device = Device();
        device["client_id"] = "{device.client_id}";
        draft.Method = "GET";
        draft.ContentType = "application/json";
        draft.Json = new JsonDraft(device);
        draft.SetHeader("Authorization", "Bearer {device.registration_access_token}");
    }

    private static JsonObject Device() =>
        new()
        {
            ["client_name"] = "A device",
            ["token_endpoint_auth_method"] = "private_key_jwt",
            ["jwks"] = new JsonObject { ["keys"] = new JsonArray("{jwk:second}") },
            ["grant_types"] = new JsonArray("client_credentials"),
            ["scope"] = "read",
        };
}
