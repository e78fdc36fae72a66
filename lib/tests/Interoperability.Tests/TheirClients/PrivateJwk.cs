using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Interoperability.Tests.TheirClients;

/// <summary>A private key on P-256 as a JWK (RFC 7518 §6.2.2), for a client that wants it so.</summary>
internal static class PrivateJwk
{
    public static JsonObject Of(ECDsa key)
    {
        var parameters = key.ExportParameters(includePrivateParameters: true);
        return new JsonObject
        {
            ["kty"] = "EC",
            ["crv"] = "P-256",
            ["x"] = Base64Url.EncodeToString(parameters.Q.X),
            ["y"] = Base64Url.EncodeToString(parameters.Q.Y),
            ["d"] = Base64Url.EncodeToString(parameters.D),
        };
    }
}
