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
                AuthenticatorData.ReadAttested(bytes, out _);
                AuthenticatorData.ReadAsserted(bytes, out _);
                AppExtensions.Read(bytes);
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
    [InlineData(36, "authenticator data of 36 bytes")]
    [InlineData(37, "authenticator data without a credential that can be read")]
    [InlineData(54, "authenticator data without a credential that can be read")]
    [InlineData(55, "authenticator data without a credential that can be read")]
    public void Authenticator_data_that_ends_too_early_attest_nothing(int length, string problem)
    {
        Assert.Null(AuthenticatorData.ReadAttested(new byte[length], out var seen));
        Assert.Equal(problem, seen);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("A0", true)]
    [InlineData("A1616101", true)] // {"a": 1}, which nobody knows
    [InlineData("A1756170706C655F62756E646C655F76657273696F6E01", false)] // a name that is cut short
    [InlineData("80", false)] // a list
    [InlineData("F6", false)] // nothing, said as null
    [InlineData("A0A0", false)] // two maps
    [InlineData("A2616101616102", false)] // a name twice
    [InlineData("A1776170706C655F62756E646C655F76657273696F6E5F303101", false)] // a version that is a number
    [InlineData("A1781C6170706C655F76616C69646174696F6E5F63617465676F72795F303143040000", false)] // three bytes
    public void Behind_an_assertion_there_is_a_map_or_nothing(string hex, bool isRead)
    {
        byte[] data = [.. new byte[37], .. Convert.FromHexString(hex)];

        Assert.Equal(isRead, AuthenticatorData.ReadAsserted(data, out var problem) is not null);
        Assert.Equal(
            isRead ? null : $"{hex.Length / 2} bytes behind the counter that are no map of extensions",
            problem
        );
    }

    [Fact]
    public void Credential_key_ends_where_its_own_item_ends()
    {
        byte[] head = [.. new byte[37], .. new byte[18]];
        byte[] key = [0xA1, 0x01, 0x02];
        byte[] extensions = [0xA1, 0x77, .. "apple_bundle_version_01"u8, 0x63, .. "412"u8];

        var data = AuthenticatorData.ReadAttested([.. head, .. key, .. extensions], out _)!;

        Assert.Equal(key, data.Credential!.PublicKey);
        Assert.Equal(new AppExtensions(Category: null, BundleVersion: "412"), data.Extensions);
        Assert.Null(AuthenticatorData.ReadAttested([.. head, .. key], out _)!.Extensions);
    }

    [Fact]
    public void Credential_that_is_longer_than_the_data_is_refused()
    {
        var data = new byte[37 + 16 + 2];
        data[^1] = 1;

        Assert.Null(AuthenticatorData.ReadAttested(data, out _));
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
