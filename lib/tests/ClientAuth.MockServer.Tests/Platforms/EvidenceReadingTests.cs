using System.Formats.Asn1;
using System.Formats.Cbor;
using ClientAuth.Devices.Android;
using ClientAuth.MockServer.Platforms.Apple;
using ClientAuth.MockServer.Tests.Fuzzing;
using FsCheck;
using FsCheck.Fluent;
using KeyDescription = ClientAuth.MockServer.Platforms.Android.KeyDescription;

namespace ClientAuth.MockServer.Tests.Platforms;

/// <summary>
/// The readers of evidence alone, without the signatures in front of them: whatever the bytes are, they say that these are none, and throw
/// nothing else.
/// </summary>
public sealed class EvidenceReadingTests
{
    private const int Times = 20_000;

    [Fact]
    public void Description_of_a_key_is_read_or_refused_as_ASN1()
    {
        var good = Description();
        var (read, refused) = (0, 0);
        var property = Prop.ForAll(
            Arb.From(DamagedBytes.Some),
            damage =>
            {
                try
                {
                    KeyDescription.Read(damage.Damage(good));
                    read++;
                }
                catch (AsnContentException)
                {
                    refused++;
                }
            }
        );

        property.Check(Config.QuickThrowOnFailure.WithMaxTest(Times));

        Assert.InRange(read, 1, Times);
        Assert.InRange(refused, Times / 2, Times);
    }

    [Theory]
    [InlineData("30800000")]
    [InlineData("3084FFFFFFFF")]
    [InlineData("3009020101020101")]
    [InlineData("")]
    [InlineData("0500")]
    public void Bytes_that_are_no_description_are_refused(string hex) =>
        Assert.ThrowsAny<AsnContentException>(() => KeyDescription.Read(Convert.FromHexString(hex)));

    [Fact]
    public void Field_that_stands_twice_is_refused()
    {
        var list = Sequence(writer =>
        {
            Tagged(writer, 702, 0);
            Tagged(writer, 702, 2);
        });

        Assert.Throws<AsnContentException>(() =>
            MockServer.Platforms.Android.AuthorizationList.Read(
                new AsnReader(list, AsnEncodingRules.DER).ReadSequence()
            )
        );
    }

    [Fact]
    public void Fields_out_of_order_and_unknown_ones_are_read()
    {
        var list = Sequence(writer =>
        {
            Tagged(writer, 702, 0);
            Tagged(writer, 9999, 5);
            Tagged(writer, 2, 3);
        });

        var read = MockServer.Platforms.Android.AuthorizationList.Read(
            new AsnReader(list, AsnEncodingRules.DER).ReadSequence()
        );

        Assert.Equal((0, 3), (read.Origin, read.Algorithm));
    }

    [Fact]
    public void Objects_in_CBOR_are_read_or_nothing()
    {
        var good = Object("apple-appattest");
        Assert.NotNull(AttestationObject.Read(good));
        var (read, refused) = (0, 0);
        var property = Prop.ForAll(
            Arb.From(DamagedBytes.Some),
            damage =>
            {
                var bytes = damage.Damage(good);
                _ = AttestationObject.Read(bytes) is null ? refused++ : read++;
                AssertionObject.Read(bytes);
                CoseKey.ReadPoint(bytes);
                AuthenticatorData.Read(bytes);
            }
        );

        property.Check(Config.QuickThrowOnFailure.WithMaxTest(Times));

        Assert.InRange(refused, Times / 2, Times);
        Assert.InRange(read, 1, Times);
    }

    [Theory]
    [InlineData("")]
    [InlineData("A0")] // an empty map
    [InlineData("BFFF")] // an empty map without a length
    [InlineData("A163666D7460")] // fmt without the rest
    [InlineData("A263666D746063666D7460")] // fmt twice
    [InlineData("A1016161")] // a name that is a number
    [InlineData("BB7FFFFFFFFFFFFFFF")] // more members than there are bytes
    [InlineData("7B7FFFFFFFFFFFFFFF")] // a text that is longer than memory
    public void CBOR_that_is_no_such_object_is_refused(string hex) =>
        Assert.Null(AttestationObject.Read(Convert.FromHexString(hex)));

    [Fact]
    public void Nesting_without_end_is_refused()
    {
        byte[] deep = [0xA1, 0x61, 0x61, .. Enumerable.Repeat<byte>(0x81, 40_000)];

        Assert.Null(AttestationObject.Read(deep));
        Assert.Null(AssertionObject.Read(deep));
    }

    [Theory]
    [InlineData(36)]
    [InlineData(38)]
    [InlineData(54)]
    public void Authenticator_data_of_another_length_is_refused(int length) =>
        Assert.Null(AuthenticatorData.Read(new byte[length]));

    [Fact]
    public void Credential_that_is_longer_than_the_data_is_refused()
    {
        var data = new byte[37 + 16 + 2];
        data[^1] = 1;

        Assert.Null(AuthenticatorData.Read(data));
    }

    private static byte[] Description() =>
        new Devices.Android.KeyDescription
        {
            AttestationSecurityLevel = Devices.Android.SecurityLevel.TrustedEnvironment,
            KeyMintSecurityLevel = Devices.Android.SecurityLevel.TrustedEnvironment,
            AttestationChallenge = "challenge",
            SoftwareEnforced = new AuthorizationList
            {
                AttestationApplicationId = new AttestationApplicationId
                {
                    PackageName = "com.example.mobileapp",
                    Version = 1,
                    SignatureDigests = [new byte[32]],
                },
            },
            HardwareEnforced = new AuthorizationList
            {
                Purposes = [KeyPurpose.Sign],
                Algorithm = 3,
                Origin = KeyOrigin.Generated,
                RootOfTrust = new RootOfTrust
                {
                    VerifiedBootKey = new byte[32],
                    DeviceLocked = true,
                    VerifiedBootState = VerifiedBootState.Verified,
                    VerifiedBootHash = new byte[32],
                },
            },
        }.Encode();

    private static byte[] Object(string format)
    {
        var writer = new CborWriter();
        writer.WriteStartMap(3);
        writer.WriteTextString("fmt");
        writer.WriteTextString(format);
        writer.WriteTextString("attStmt");
        writer.WriteStartMap(2);
        writer.WriteTextString("x5c");
        writer.WriteStartArray(2);
        writer.WriteByteString(new byte[20]);
        writer.WriteByteString(new byte[20]);
        writer.WriteEndArray();
        writer.WriteTextString("receipt");
        writer.WriteByteString(new byte[30]);
        writer.WriteEndMap();
        writer.WriteTextString("authData");
        writer.WriteByteString(new byte[60]);
        writer.WriteEndMap();
        return writer.Encode();
    }

    private static byte[] Sequence(Action<AsnWriter> write)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            write(writer);
        }

        return writer.Encode();
    }

    private static void Tagged(AsnWriter writer, int tag, int value)
    {
        using var _ = writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, tag, isConstructed: true));
        writer.WriteInteger(value);
    }
}
