using System.Security.Cryptography.X509Certificates;
using ClientAuth.Credentials;
using ClientAuth.MockServer.Certificates.Names;
using ClientAuth.MockServer.Tests.Lab;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Tests.Certificates;

/// <summary>A distinguished name is compared by its parts, not by its spelling (RFC 8705 §2.1.2, RFC 4514).</summary>
public sealed class SubjectNameTests
{
    private static readonly X500DistinguishedName Encoded = new("CN=app, OU=\"Dev, Ops\", O=Zoë GmbH, C=SE");

    [Theory]
    [InlineData("CN=app,OU=Dev\\, Ops,O=Zoë GmbH,C=SE")]
    [InlineData("C=SE,O=Zoë GmbH,OU=Dev\\, Ops,CN=app")]
    [InlineData("cn = app , ou = \"Dev, Ops\" , o = Zoë GmbH , c = SE")]
    [InlineData("CN=app,OU=Dev\\2C Ops,O=Zo\\C3\\AB GmbH,C=SE")]
    [InlineData("2.5.4.3=app,OID.2.5.4.11=Dev\\, Ops,O=Zoë GmbH,C=SE")]
    [InlineData("CN=#0C03617070,OU=Dev\\, Ops,O=Zoë GmbH,C=SE")]
    [InlineData("CN=APP,OU=dev\\,  ops,O=ZOË GMBH,C=se")]
    [InlineData("CN=\\ app\\ ,OU=Dev\\,\\09Ops,O=Zoë\u00a0GmbH,C=SE")]
    public void Same_name_in_another_form_matches(string text)
    {
        Assert.True(DistinguishedName.TryParse(text, out var name));
        Assert.True(name.Matches(DistinguishedName.Read(Encoded)));
    }

    [Theory]
    [InlineData("CN=app,OU=Dev,O=Zoë GmbH,C=SE")]
    [InlineData("CN=app,O=Zoë GmbH,OU=Dev\\, Ops,C=SE")]
    [InlineData("CN=app,OU=Dev\\, Ops,O=Zoë GmbH")]
    [InlineData("CN=app,OU=Dev\\, Ops,O=Zoe GmbH,C=SE")]
    [InlineData("CN=.*,OU=.*,O=.*,C=.*")]
    [InlineData("OU=app,CN=Dev\\, Ops,O=Zoë GmbH,C=SE")]
    public void Another_name_does_not_match(string text)
    {
        Assert.True(DistinguishedName.TryParse(text, out var name));
        Assert.False(name.Matches(DistinguishedName.Read(Encoded)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("app")]
    [InlineData("XX=app")]
    [InlineData("CN=app,")]
    [InlineData("CN=#zz")]
    [InlineData("CN=\\C3")]
    [InlineData("CN=a\\")]
    [InlineData("CN=a\\q")]
    [InlineData("CN=a;O=b")]
    [InlineData("CN=a<b")]
    [InlineData("CN=a\"b")]
    [InlineData("2..5=a")]
    [InlineData("2.5.4.03=a")]
    public void Text_that_is_no_name_is_refused(string text) => Assert.False(DistinguishedName.TryParse(text, out _));

    [Theory]
    [InlineData("O=Test,CN=other-form", null)]
    [InlineData("cn=OTHER-FORM, o=\"Test\"", null)]
    [InlineData("CN=.*,O=Test", "certificate.subject")]
    [InlineData("CN=Client Authentication Lab Root,O=Client Authentication Lab", "certificate.subject")]
    public async Task Registered_form_does_not_matter_on_the_wire(string registered, string? check)
    {
        await using var lab = await TestLab.StartWithAsync(
            new ClientMetadata
            {
                ClientId = "c",
                TokenEndpointAuthMethod = TokenEndpointAuthMethods.TlsClientAuth,
                TlsClientAuthSubjectDn = registered,
            }
        );
        using var certificate = lab.Authority.Issue(CertificateProfile.Client("CN=other-form,O=Test"));

        var answer = await lab.SendAsync(TestCall.Presenting("c", certificate));

        if (check is null)
        {
            answer.AssertIssued();
        }
        else
        {
            answer.AssertInvalidClient(check);
        }
    }
}
