using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace ClientAuth.Devices.Tests.Android;

/// <summary>Reads the evidence by the schema of Android's documentation, with nothing of the room that wrote it.</summary>
public sealed class AndroidEvidenceTests : IDisposable
{
    private const string KeyDescription = "1.3.6.1.4.1.11129.2.1.17";
    private readonly Workshop _workshop = new();

    public void Dispose() => _workshop.Dispose();

    [Theory]
    [InlineData("flagship")]
    [InlineData("unlocked-boot-loader")]
    [InlineData("tampered-app")]
    public void A_chain_leads_from_the_apps_key_to_the_makers_root(string id)
    {
        var device = _workshop.Make(id);
        var chain = Workshop.CertificatesOf(device.Attest("haapi", "challenge"));

        Assert.Equal(3, chain.Count);
        Assert.Equal(
            device.OpenKey("haapi").ExportSubjectPublicKeyInfo(),
            chain[0].PublicKey.ExportSubjectPublicKeyInfo()
        );
        Assert.Equal(_workshop.Makers.AndroidRoot.RawData, chain[2].RawData);
        Assert.Equal(X509ChainStatusFlags.NoError, _workshop.Verify(chain, _workshop.Makers.AndroidRoot));
    }

    [Fact]
    public void A_remotely_provisioned_chain_leads_to_the_newer_root_by_way_of_those_who_renew_it()
    {
        var chain = ChainOf(_workshop.Make("remotely-provisioned"));

        Assert.Equal(
            [
                "CN=Android Keystore Key",
                "CN=TEE Attestation Key, O=Client Authentication Lab",
                "CN=Droid CA3, O=Google LLC",
                "CN=Droid CA2, O=Google LLC",
                "CN=Key Attestation CA1, O=Client Authentication Lab",
            ],
            chain.Select(one => one.Subject)
        );
        Assert.Equal(X509ChainStatusFlags.NoError, _workshop.Verify(chain, _workshop.Makers.KeyAttestationRoot));
        Assert.NotEqual(X509ChainStatusFlags.NoError, _workshop.Verify(chain, _workshop.Makers.AndroidRoot));
        Assert.Equal(384, chain[^1].GetECDsaPublicKey()!.KeySize);
    }

    [Fact]
    public void Each_kind_of_maker_stands_under_its_own_root()
    {
        var (emulator, uncertified) = (_workshop.Make("simulator"), _workshop.Make("uncertified-hardware"));
        var (soft, other) = (ChainOf(emulator), ChainOf(uncertified));

        Assert.Equal(X509ChainStatusFlags.NoError, _workshop.Verify(soft, _workshop.Makers.AndroidSoftwareRoot));
        Assert.Equal(X509ChainStatusFlags.NoError, _workshop.Verify(other, _workshop.Makers.UncertifiedRoot));
        Assert.NotEqual(X509ChainStatusFlags.NoError, _workshop.Verify(soft, _workshop.Makers.AndroidRoot));
        Assert.NotEqual(X509ChainStatusFlags.NoError, _workshop.Verify(other, _workshop.Makers.AndroidRoot));
    }

    [Fact]
    public void The_description_has_the_members_of_the_documentation_in_their_order()
    {
        var description = DescriptionOf("flagship", "the server's challenge");

        Assert.Equal(300, description.ReadInteger());
        Assert.Equal([2], description.ReadEnumeratedBytes().ToArray()); // StrongBox
        Assert.Equal(300, description.ReadInteger());
        Assert.Equal([2], description.ReadEnumeratedBytes().ToArray());
        Assert.Equal("the server's challenge", Encoding.UTF8.GetString(description.ReadOctetString()));
        Assert.Empty(description.ReadOctetString());
        Assert.Equal([701, 709], TagsOf(description.ReadSequence()));
        Assert.Equal([1, 2, 3, 5, 10, 503, 702, 704, 705, 706], TagsOf(description.ReadSequence()));
        description.ThrowIfNotEmpty();
    }

    [Fact]
    public void Software_vouches_for_everything_where_there_is_no_hardware_and_knows_no_root_of_trust()
    {
        var description = DescriptionOf("simulator", "c");
        description.ReadInteger();
        Assert.Equal([0], description.ReadEnumeratedBytes().ToArray());
        description.ReadInteger();
        Assert.Equal([0], description.ReadEnumeratedBytes().ToArray());
        description.ReadOctetString();
        description.ReadOctetString();

        Assert.Equal([1, 2, 3, 5, 10, 503, 701, 702, 705, 706, 709], TagsOf(description.ReadSequence()));
        Assert.Empty(TagsOf(description.ReadSequence()));
    }

    [Fact]
    public void The_app_is_named_by_package_version_and_digest()
    {
        var (software, _) = ListsOf("flagship");
        var id = new AsnReader(Member(software, 709).ReadOctetString(), AsnEncodingRules.DER).ReadSequence();
        var package = id.ReadSetOf().ReadSequence();

        Assert.Equal("com.example.mobileapp", Encoding.UTF8.GetString(package.ReadOctetString()));
        Assert.Equal(412, package.ReadInteger());
        Assert.Equal(
            Fleet.Get("flagship").Android!.SignatureDigest,
            Convert.ToBase64String(id.ReadSetOf().ReadOctetString())
        );
        id.ThrowIfNotEmpty();
    }

    [Theory]
    [InlineData("flagship", true, 0)]
    [InlineData("unlocked-boot-loader", false, 2)]
    public void The_root_of_trust_says_how_the_device_was_started(string id, bool locked, byte state)
    {
        var (_, hardware) = ListsOf(id);
        var root = Member(hardware, 704).ReadSequence();

        var key = root.ReadOctetString();
        Assert.Equal((32, !locked), (key.Length, key.All(one => one == 0)));
        Assert.Equal(locked, root.ReadBoolean());
        Assert.Equal([state], root.ReadEnumeratedBytes().ToArray());
        Assert.Equal(32, root.ReadOctetString().Length);
        root.ThrowIfNotEmpty();
    }

    [Fact]
    public void The_hardware_vouches_for_a_signing_key_that_was_made_in_it()
    {
        var (_, hardware) = ListsOf("flagship");

        Assert.Equal(2, Member(hardware, 1).ReadSetOf().ReadInteger()); // SIGN
        Assert.Equal(3, Member(hardware, 2).ReadInteger()); // EC
        Assert.Equal(0, Member(hardware, 702).ReadInteger()); // GENERATED
        Assert.Equal(150000, Member(hardware, 705).ReadInteger());
        Assert.Equal(202610, Member(hardware, 706).ReadInteger());
    }

    [Fact]
    public void The_head_of_a_description_has_the_bytes_that_a_phone_writes()
    {
        var extension = ChainOf(_workshop.Make("flagship"))[0].Extensions[KeyDescription]!;

        Assert.False(extension.Critical);
        // SEQUENCE, INTEGER 300, ENUMERATED 2, INTEGER 300, ENUMERATED 2, OCTET STRING "challenge", OCTET STRING empty
        Assert.Contains(
            "0202012C0A01020202012C0A0102" + "04096368616C6C656E6765" + "0400",
            Convert.ToHexString(extension.RawData),
            StringComparison.Ordinal
        );
        // [704] and [709] take two bytes for their number
        Assert.Contains("BF8540", Convert.ToHexString(extension.RawData), StringComparison.Ordinal);
        Assert.Contains("BF8545", Convert.ToHexString(extension.RawData), StringComparison.Ordinal);
    }

    private static IReadOnlyList<X509Certificate2> ChainOf(SimulatedDevice device) =>
        Workshop.CertificatesOf(device.Attest("haapi", "challenge"));

    private AsnReader DescriptionOf(string id, string challenge)
    {
        var leaf = Workshop.CertificatesOf(_workshop.Make(id).Attest("haapi", challenge))[0];
        var reader = new AsnReader(leaf.Extensions[KeyDescription]!.RawData, AsnEncodingRules.DER);
        var description = reader.ReadSequence();
        reader.ThrowIfNotEmpty();
        return description;
    }

    private (byte[] Software, byte[] Hardware) ListsOf(string id)
    {
        var description = DescriptionOf(id, "c");
        for (var member = 0; member < 6; member++)
        {
            description.ReadEncodedValue();
        }

        return (description.ReadEncodedValue().ToArray(), description.ReadEncodedValue().ToArray());
    }

    private static List<int> TagsOf(AsnReader list)
    {
        List<int> tags = [];
        while (list.HasData)
        {
            var tag = list.PeekTag();
            Assert.Equal((TagClass.ContextSpecific, true), (tag.TagClass, tag.IsConstructed));
            tags.Add(tag.TagValue);
            list.ReadEncodedValue();
        }

        return tags;
    }

    private static AsnReader Member(byte[] encodedList, int tag)
    {
        var list = new AsnReader(encodedList, AsnEncodingRules.DER).ReadSequence();
        while (list.PeekTag().TagValue != tag)
        {
            list.ReadEncodedValue();
        }

        return list.ReadSequence(list.PeekTag());
    }
}
