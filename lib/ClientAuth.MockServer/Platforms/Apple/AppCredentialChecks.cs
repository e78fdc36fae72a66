using System.Security.Cryptography.X509Certificates;
using System.Text;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Options;
using ClientAuth.MockServer.Platforms.Evidence;

namespace ClientAuth.MockServer.Platforms.Apple;

/// <summary>Whether the attested credential is the key of the request, made in an environment that the policy accepts.</summary>
internal static class AppCredentialChecks
{
    // As long as an AAGUID each: the first is filled with zeros.
    private static ReadOnlySpan<byte> Production => "appattest\0\0\0\0\0\0\0"u8;
    private static ReadOnlySpan<byte> Development => "appattestdevelop"u8;

    public static bool Check(
        AttestedCredential credential,
        X509Certificate2 leaf,
        DeviceEvidence evidence,
        CheckTrace trace
    ) =>
        CheckEnvironment(credential, evidence.Policy, trace)
        && CheckId(credential, evidence.Attestation.KeyId!, trace)
        && CheckKey(credential, leaf, trace);

    private static bool CheckEnvironment(AttestedCredential credential, AttestationPolicy policy, CheckTrace trace)
    {
        var isProduction = credential.Aaguid.AsSpan().SequenceEqual(Production);
        var isDevelopment = credential.Aaguid.AsSpan().SequenceEqual(Development);
        return trace.Check(
            Rules.AppAttestEnvironment,
            isProduction || (isDevelopment && policy.AcceptDevelopmentKeys),
            policy.AcceptDevelopmentKeys ? "production or development" : "production",
            isProduction ? "production"
                : isDevelopment ? "development"
                : Quote.Text(Encoding.Latin1.GetString(credential.Aaguid))
        );
    }

    private static bool CheckId(AttestedCredential credential, string keyId, CheckTrace trace)
    {
        var id = Convert.ToBase64String(credential.Id);
        return trace.Check(Rules.AppAttestCredentialId, id == keyId, Quote.Text(keyId), Quote.Text(id));
    }

    // Not among Apple's steps for apps; its passkeys are held to it, and so are these (WebAuthn §8.8).
    private static bool CheckKey(AttestedCredential credential, X509Certificate2 leaf, CheckTrace trace)
    {
        var point = CoseKey.ReadPoint(credential.PublicKey);
        var certified = leaf.PublicKey.EncodedKeyValue.RawData;
        return trace.Check(
            Rules.AppAttestCredentialKey,
            point.AsSpan().SequenceEqual(certified),
            $"the certified key, {AppKeyId.Of(certified)}",
            point is null ? "no COSE key on P-256" : AppKeyId.Of(point)
        );
    }
}
