using System.Formats.Asn1;
using ClientAuth.Devices.Android;
using ClientAuth.MockServer.Tests.Fuzzing;
using FsCheck;
using FsCheck.Fluent;
using KeyDescription = ClientAuth.MockServer.Platforms.Android.KeyDescription;

namespace ClientAuth.MockServer.Tests.Platforms;

/// <summary>
/// The reader of what Android says of a key, without the signatures in front of it: whatever the bytes are, it says that these are none,
/// and throws nothing else.
/// </summary>
public sealed class KeyDescriptionTests
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
                    Packages = [new AttestationPackageInfo("com.example.mobileapp", 1)],
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
