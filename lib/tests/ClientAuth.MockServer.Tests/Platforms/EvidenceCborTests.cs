using System.Formats.Cbor;
using ClientAuth.MockServer.Platforms.Apple;
using ClientAuth.MockServer.Tests.Fuzzing;
using FsCheck;
using FsCheck.Fluent;

namespace ClientAuth.MockServer.Tests.Platforms;

/// <summary>
/// The readers of what App Attest sends, without the signatures in front of them: whatever the bytes are, they say that these are none, and
/// throw nothing.
/// </summary>
public sealed class EvidenceCborTests
{
    private const int Times = 20_000;

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
}
