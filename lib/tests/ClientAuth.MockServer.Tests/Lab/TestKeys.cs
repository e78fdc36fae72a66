using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Tests.Lab;

/// <summary>Public keys as a registration holds them.</summary>
internal static class TestKeys
{
    public static JsonNode Set(AsymmetricAlgorithm key) => Set(Jwk.FromPublicKey(key));

    public static JsonNode Set(X509Certificate2 certificate) => Set(Jwk.FromCertificate(certificate));

    private static JsonNode Set(Jwk key) =>
        JsonSerializer.SerializeToNode(new JwkSet { Keys = [key] }, ProtocolJson.Default.JwkSet)!;
}
