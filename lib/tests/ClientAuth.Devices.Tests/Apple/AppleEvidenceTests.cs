using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using ClientAuth.Devices.Apple;
using ClientAuth.Protocol;

namespace ClientAuth.Devices.Tests.Apple;

/// <summary>The steps of "Validating Apps That Connect to Your Server", one by one.</summary>
public sealed class AppleEvidenceTests : IDisposable
{
    private readonly Workshop _workshop = new();

    public void Dispose() => _workshop.Dispose();

    [Fact]
    public void Certificates_lead_to_Apples_root_without_it()
    {
        var evidence = ReadAppleEvidence.Attestation(_workshop.Make("iphone").Attest("haapi", "challenge"));

        Assert.Equal("apple-appattest", evidence.Format);
        Assert.Equal(2, evidence.Chain.Count);
        Assert.Equal(X509ChainStatusFlags.NoError, _workshop.Verify(evidence.Chain, _workshop.Makers.AppleRoot));
    }

    [Fact]
    public void The_nonce_ties_the_challenge_and_the_apps_key_to_the_attestation()
    {
        var device = _workshop.Make("iphone");
        var evidence = ReadAppleEvidence.Attestation(device.Attest("haapi", "challenge"));
        var extension = evidence.Chain[0].Extensions["1.2.840.113635.100.8.2"]!;

        var outer = new AsnReader(extension.RawData, AsnEncodingRules.DER).ReadSequence();
        var nonce = outer.ReadSequence(new Asn1Tag(TagClass.ContextSpecific, 1)).ReadOctetString();

        Assert.Equal(SHA256.HashData([.. evidence.AuthData, .. ClientDataHash(device, "challenge")]), nonce);
        Assert.Equal("3024A1220420", Convert.ToHexString(extension.RawData)[..12]);
    }

    [Fact]
    public void The_key_id_is_the_hash_of_the_certified_point_and_the_credentials_name()
    {
        var attestation = _workshop.Make("iphone").Attest("haapi", "challenge");
        var evidence = ReadAppleEvidence.Attestation(attestation);
        var point = evidence.Chain[0].PublicKey.EncodedKeyValue.RawData;

        Assert.Equal((65, 0x04), (point.Length, point[0]));
        Assert.Equal(Convert.ToBase64String(SHA256.HashData(point)), attestation.KeyId);
        Assert.Equal(SHA256.HashData(point), evidence.CredentialId);
        // {1: 2, 3: -7, -1: 1, -2: x, -3: y}
        Assert.Equal(
            $"A5010203262001215820{Convert.ToHexString(point[1..33])}225820{Convert.ToHexString(point[33..])}",
            Convert.ToHexString(evidence.CredentialKey)
        );
    }

    [Theory]
    [InlineData(AppleEnvironment.Production, "appattest\0\0\0\0\0\0\0")]
    [InlineData(AppleEnvironment.Development, "appattestdevelop")]
    public void The_authenticator_data_name_the_app_and_its_environment_and_count_from_zero(
        AppleEnvironment environment,
        string aaGuid
    )
    {
        var profile = Fleet.Get("iphone");
        profile = profile with { Apple = profile.Apple! with { Environment = environment } };
        var evidence = ReadAppleEvidence.Attestation(_workshop.Make(profile).Attest("haapi", "challenge"));

        Assert.Equal(SHA256.HashData("A1B2C3D4E5.com.example.mobileapp"u8), evidence.RpIdHash);
        Assert.Equal((0x40, 0u), (evidence.Flags, evidence.Counter));
        Assert.Equal(aaGuid, Encoding.ASCII.GetString(evidence.AaGuid));
    }

    [Fact]
    public void Once_attested_a_key_signs_assertions_that_count_upwards()
    {
        var device = _workshop.Make("iphone");
        var attestation = device.Attest("haapi", "first");
        using var key = ReadAppleEvidence.Attestation(attestation).Chain[0].GetECDsaPublicKey()!;

        for (var count = 1u; count <= 3; count++)
        {
            var later = device.Attest("haapi", $"challenge {count}");
            var assertion = ReadAppleEvidence.Assertion(later);

            Assert.Equal((attestation.KeyId, null), (later.KeyId, later.AttestationObject));
            Assert.Equal((37, count), (assertion.AuthData.Length, assertion.Counter));
            var nonce = SHA256.HashData([.. assertion.AuthData, .. ClientDataHash(device, $"challenge {count}")]);
            Assert.True(
                key.VerifyData(
                    nonce,
                    assertion.Signature,
                    HashAlgorithmName.SHA256,
                    DSASignatureFormat.Rfc3279DerSequence
                )
            );
        }
    }

    [Fact]
    public void Since_iOS_27_a_map_follows_that_the_flags_do_not_announce()
    {
        // {"apple_bundle_version_01": "412", "apple_validation_category_01": h'04000000'}
        const string map =
            "A2776170706C655F62756E646C655F76657273696F6E5F303163343132"
            + "781C6170706C655F76616C69646174696F6E5F63617465676F72795F30314404000000";
        var device = _workshop.Make("iphone-ios-27");

        var attested = ReadAppleEvidence.Attestation(device.Attest("haapi", "first"));
        var asserted = ReadAppleEvidence.Assertion(device.Attest("haapi", "second"));

        Assert.Equal((0x40, 0x40), (attested.Flags, asserted.Flags));
        Assert.Equal(map, Convert.ToHexString(attested.CredentialKey)[(2 * 77)..]);
        Assert.Equal(map, Convert.ToHexString(asserted.AuthData)[(2 * 37)..]);
    }

    [Fact]
    public void A_deleted_key_is_attested_anew()
    {
        var device = _workshop.Make("iphone");
        var first = device.Attest("haapi", "challenge");
        device.DeleteKey("haapi");
        var second = device.Attest("haapi", "challenge");

        Assert.NotNull(second.AttestationObject);
        Assert.NotEqual(first.KeyId, second.KeyId);
    }

    private static byte[] ClientDataHash(SimulatedDevice device, string challenge) =>
        SHA256.HashData(
            Encoding.UTF8.GetBytes($"{challenge}.{Jwk.FromPublicKey(device.OpenKey("haapi")).Thumbprint()}")
        );
}
