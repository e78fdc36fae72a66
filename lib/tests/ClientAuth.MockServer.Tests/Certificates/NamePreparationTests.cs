using System.Formats.Asn1;
using ClientAuth.MockServer.Certificates.Names;
using ClientAuth.MockServer.Tests.Lab;

namespace ClientAuth.MockServer.Tests.Certificates;

/// <summary>
/// An authority is denied the organization 'Straße AG', and certifies it all the same, each time in another spelling that a reader of a
/// directory takes for the same name (RFC 5280 §7.1, RFC 4518).
/// </summary>
public sealed class NamePreparationTests
{
    private const string Organization = "2.5.4.10";

    [Theory]
    [InlineData("Straße AG")]
    [InlineData("STRASSE AG")]
    [InlineData("STRAẞE AG")]
    [InlineData("Straſſe AG")]
    [InlineData("Ｓｔｒａｓｓｅ　ＡＧ")]
    [InlineData("Stra\u00ADße AG")]
    [InlineData("S\u200Dtraße\u2060 AG")]
    [InlineData("Straße\u00A0\u2003AG ")]
    [InlineData("Stra\uFE0Fße\tAG")]
    [InlineData("𝐒𝐭𝐫𝐚ß𝐞 AG")]
    [InlineData("Straße AG\uE000")]
    [InlineData("Straße AG\uFFFD")]
    public async Task Denied_organization_is_refused_in_every_spelling(string spelling) =>
        (
            await SendAsync(Attribute(writer => writer.WriteCharacterString(UniversalTagNumber.UTF8String, spelling)))
        ).AssertInvalidClient("certificate.name_constraints");

    [Theory]
    [InlineData("Strasse  ag", UniversalTagNumber.PrintableString)]
    [InlineData("STRASSE AG", UniversalTagNumber.BMPString)]
    [InlineData("Strasse AG", UniversalTagNumber.IA5String)]
    public async Task Denied_organization_is_refused_in_every_string_type(string spelling, UniversalTagNumber type) =>
        (await SendAsync(Attribute(writer => writer.WriteCharacterString(type, spelling)))).AssertInvalidClient(
            "certificate.name_constraints"
        );

    [Theory]
    [InlineData(28, "00000053000000740000007200000061000000DF00000065000000200000004100000047")]
    [InlineData(3, "0053747261737365204147")]
    public async Task Denied_organization_is_refused_in_types_that_few_readers_know(byte tag, string octets)
    {
        byte[] content = Convert.FromHexString(octets);

        var answer = await SendAsync(
            Attribute(writer => writer.WriteEncodedValue([tag, (byte)content.Length, .. content]))
        );

        answer.AssertInvalidClient("certificate.name_constraints");
    }

    [Theory]
    [InlineData("é", "e\u0301", true)]
    [InlineData("한", "\u1112\u1161\u11AB", true)]
    [InlineData("Ａ", "a", true)]
    [InlineData("ΣΑΣ", "σας", true)]
    [InlineData("İ", "i\u0307", true)]
    [InlineData("ﬃ", "FFI", true)]
    [InlineData("a\u0323\u0307", "a\u0307\u0323", true)]
    [InlineData("ı", "i", false)]
    [InlineData("а", "a", false)]
    [InlineData("é", "e", false)]
    public void Characters_are_compared_in_one_form(string one, string other, bool same) =>
        Assert.Equal(same, NamePreparation.Prepare(one) == NamePreparation.Prepare(other));

    [Theory]
    [InlineData("Strase AG")]
    [InlineData("Straße A.G.")]
    [InlineData("Strassé AG")]
    [InlineData("ＡＧ Straße")]
    public async Task Another_organization_is_not_denied(string name) =>
        // It is not the client's either: the next check that can fail is that of the subject.
        (
            await SendAsync(Attribute(writer => writer.WriteCharacterString(UniversalTagNumber.UTF8String, name)))
        ).AssertInvalidClient("certificate.subject");

    private static async Task<TestAnswer> SendAsync(byte[] attribute)
    {
        await using var lab = await TestLab.StartAsync();
        return await ChainCall.SendAsync(
            lab,
            client => client with { Rewrite = raw => raw with { Subject = Name(attribute) } },
            authority =>
                authority.With(
                    "2.5.29.30",
                    Excluded(
                        Name(
                            Attribute(writer => writer.WriteCharacterString(UniversalTagNumber.UTF8String, "Straße AG"))
                        )
                    ),
                    critical: true
                )
        );
    }

    private static byte[] Attribute(Action<AsnWriter> writeValue)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(Organization);
            writeValue(writer);
        }

        return writer.Encode();
    }

    private static byte[] Name(byte[] attribute)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSetOf())
        {
            writer.WriteEncodedValue(attribute);
        }

        return writer.Encode();
    }

    private static byte[] Excluded(byte[] name)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 1)))
        using (writer.PushSequence())
        using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 4)))
        {
            writer.WriteEncodedValue(name);
        }

        return writer.Encode();
    }
}
