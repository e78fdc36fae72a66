using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.MockServer.Certificates.Names;

namespace ClientAuth.MockServer.Tests.Certificates;

/// <summary>Names as authorities encode them, which is not always as the BCL would (RFC 5280 §4.1.2.4).</summary>
public sealed class EncodedNameTests
{
    private const string CommonName = "2.5.4.3";
    private const string UserId = "0.9.2342.19200300.100.1.1";
    private const string Country = "1.3.6.1.4.1.311.60.2.1.3";

    [Theory]
    [InlineData(UniversalTagNumber.PrintableString)]
    [InlineData(UniversalTagNumber.UTF8String)]
    [InlineData(UniversalTagNumber.IA5String)]
    [InlineData(UniversalTagNumber.BMPString)]
    [InlineData(UniversalTagNumber.T61String)]
    public void String_type_makes_no_difference(UniversalTagNumber type) =>
        Assert.True(Matches("CN=app", Encoded([(CommonName, "app", type)])));

    [Theory]
    [InlineData("CN=app+UID=7", true)]
    [InlineData("UID=7+CN=app", true)]
    [InlineData("uid = 7 + cn = APP", true)]
    [InlineData("CN=app,UID=7", false)]
    [InlineData("CN=app", false)]
    [InlineData("CN=app+UID=8", false)]
    [InlineData("CN=app+CN=app", false)]
    public void Attributes_of_one_part_have_no_order_and_stay_one_part(string registered, bool matches) =>
        Assert.Equal(
            matches,
            Matches(
                registered,
                Encoded([
                    (CommonName, "app", UniversalTagNumber.UTF8String),
                    (UserId, "7", UniversalTagNumber.UTF8String),
                ])
            )
        );

    [Theory]
    [InlineData("jurisdictionCountryName=UK,CN=app")]
    [InlineData("1.3.6.1.4.1.311.60.2.1.3=UK,CN=app")]
    [InlineData("CN=app,1.3.6.1.4.1.311.60.2.1.3=#1302554B")]
    public void Types_of_open_banking_are_known_by_name_and_by_number(string registered) =>
        Assert.True(
            Matches(
                registered,
                Encoded(
                    [(CommonName, "app", UniversalTagNumber.UTF8String)],
                    [(Country, "UK", UniversalTagNumber.PrintableString)]
                )
            )
        );

    private static bool Matches(string registered, X500DistinguishedName encoded) =>
        DistinguishedName.TryParse(registered, out var name) && name.Matches(DistinguishedName.Read(encoded));

    private static X500DistinguishedName Encoded(params (string Oid, string Value, UniversalTagNumber Type)[][] parts)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            foreach (var part in parts)
            {
                using (writer.PushSetOf())
                {
                    foreach (var (oid, value, type) in part)
                    {
                        using (writer.PushSequence())
                        {
                            writer.WriteObjectIdentifier(oid);
                            writer.WriteCharacterString(type, value);
                        }
                    }
                }
            }
        }

        return new X500DistinguishedName(writer.Encode());
    }
}
