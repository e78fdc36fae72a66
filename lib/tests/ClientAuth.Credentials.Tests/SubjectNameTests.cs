using System.Security.Cryptography.X509Certificates;

namespace ClientAuth.Credentials.Tests;

public sealed class SubjectNameTests
{
    [Theory]
    [InlineData("CN=app,O=Lab", "CN=app, O=Lab")]
    [InlineData("CN = app , O= Lab ", "CN=app, O=Lab")]
    [InlineData(@"CN=a\,b\+c\\d,O=Lab", "CN=\"a,b+c\\d\", O=Lab")]
    [InlineData(@"CN=\ a\ ", "CN=\" a \"")]
    [InlineData(@"CN=\C3\A9t\C3\A9", "CN=été")]
    [InlineData("CN=été", "CN=été")]
    [InlineData(@"CN=say \""hi\""", "CN=\"say \"\"hi\"\"\"")]
    [InlineData("UID=u,DC=lab,DC=example", "OID.0.9.2342.19200300.100.1.1=u, DC=lab, DC=example")]
    [InlineData("1.2.3.4=x", "OID.1.2.3.4=x")]
    [InlineData("OID.1.2.3.4=x", "OID.1.2.3.4=x")]
    [InlineData("CN=#0C03617070,O=Lab", "CN=app, O=Lab")]
    [InlineData("1.2.3.4=#0C0178", "OID.1.2.3.4=x")]
    [InlineData("CN=app+OU=team,O=Lab", "CN=app + OU=team, O=Lab")]
    [InlineData("OU=team + CN=app,O=Lab", "CN=app + OU=team, O=Lab")]
    [InlineData("CN=\"a,b+c\"+OU=t,O=Lab", "OU=t + CN=\"a,b+c\", O=Lab")]
    [InlineData("CN=a=b", "CN=\"a=b\"")]
    public void A_name_of_rfc4514_is_understood(string rfc4514, string platform)
    {
        // From the encoded bytes, since the BCL otherwise gives back the text that it was made from.
        var read = new X500DistinguishedName(SubjectName.Parse(rfc4514).RawData).Name;

        // Windows has no short name for UID.
        Assert.Equal(platform, read.Replace("userId=", "OID.0.9.2342.19200300.100.1.1=", StringComparison.Ordinal));
    }

    // Whichever system reads it, and whether or not its parser knows the name.
    [Theory]
    [InlineData("CN=x", "2.5.4.3")]
    [InlineData("cn=x", "2.5.4.3")]
    [InlineData("L=x", "2.5.4.7")]
    [InlineData("ST=x", "2.5.4.8")]
    [InlineData("O=x", "2.5.4.10")]
    [InlineData("OU=x", "2.5.4.11")]
    [InlineData("C=DE", "2.5.4.6")]
    [InlineData("STREET=x", "2.5.4.9")]
    [InlineData("DC=x", "0.9.2342.19200300.100.1.25")]
    [InlineData("UID=x", "0.9.2342.19200300.100.1.1")]
    [InlineData("uid=x", "0.9.2342.19200300.100.1.1")]
    [InlineData("serialNumber=x", "2.5.4.5")]
    [InlineData("emailAddress=x@lab.example", "1.2.840.113549.1.9.1")]
    [InlineData("pseudonym=x", "2.5.4.65")]
    [InlineData("businessCategory=x", "2.5.4.15")]
    [InlineData("givenName=x", "2.5.4.42")]
    public void A_name_of_an_attribute_stands_for_its_object_identifier(string rfc4514, string identifier) =>
        Assert.Equal(
            identifier,
            SubjectName.Parse(rfc4514).EnumerateRelativeDistinguishedNames().Single().GetSingleElementType().Value
        );

    [Theory]
    [InlineData("")]
    [InlineData("app")]
    [InlineData("CN=a,")]
    [InlineData("CN=a,,O=b")]
    [InlineData("CN=a+")]
    [InlineData("CN=\"a,b")]
    [InlineData("CN=\"a\"b")]
    [InlineData("CN=#")]
    [InlineData("CN=#0C0361707")]
    [InlineData("CN=#0C0361707070")]
    [InlineData(@"CN=\FF")]
    [InlineData("1.02=a")]
    [InlineData("9.9=a")]
    [InlineData("CN=#0401")]
    [InlineData(@"CN=a\")]
    [InlineData("WHAT=a")]
    public void Anything_else_is_refused_with_advice(string text) =>
        Assert.Equal(
            $"'{text}' is no subject name here. Write attributes separated by commas, such as CN=app,O=Example, "
                + "with a backslash before a comma, plus or quote inside a value (RFC 4514).",
            Assert.Throws<ArgumentException>(() => SubjectName.Parse(text)).Message
        );

    [Theory]
    [InlineData("plain")]
    [InlineData("a,b+c\"d\\e<f>g;h=i")]
    [InlineData("# at the start, blank at the end ")]
    [InlineData(" ")]
    [InlineData("été")]
    public void An_escaped_value_comes_back(string value)
    {
        var name = SubjectName.Parse($"CN={SubjectName.Escape(value)},O=Lab");

        Assert.Equal(
            [value, "Lab"],
            name.EnumerateRelativeDistinguishedNames().Select(part => part.GetSingleElementValue())
        );
    }
}
