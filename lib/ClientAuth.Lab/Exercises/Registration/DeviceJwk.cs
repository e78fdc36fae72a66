using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Exercises.Registration;

/// <summary>A device's key as JSON, as right and wrong answers register it.</summary>
internal static class DeviceJwk
{
    public static string Of(Jwk key) => JsonSerializer.Serialize(key, ProtocolJson.Default.Jwk);

    public static string Public(ECDsa key) => Of(Jwk.FromPublicKey(key));

    /// <summary>The mistake of registering the private key (RFC 7517 §9.2).</summary>
    public static string Private(ECDsa key)
    {
        var jwk = JsonNode.Parse(Public(key))!;
        jwk["d"] = Base64Url.EncodeToString(key.ExportParameters(includePrivateParameters: true).D);
        return jwk.ToJsonString();
    }
}
