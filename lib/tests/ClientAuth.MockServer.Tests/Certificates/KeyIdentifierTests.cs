using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.Credentials;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Tests.Lab;

namespace ClientAuth.MockServer.Tests.Certificates;

/// <summary>
/// A certificate names its issuer's key beside its issuer's name (RFC 5280 §4.2.1.1). What names another key was issued by another
/// authority of that name, whatever its signature says: OpenSSL and .NET find no path there, either.
/// </summary>
public sealed class KeyIdentifierTests
{
    private static readonly Dictionary<
        string,
        (Func<X509Certificate2, X509Extension?> Identifier, string? Check)
    > Identifiers = new()
    {
        ["the issuer's key"] = (issuer => NameAndKey(issuer, key: true), null),
        ["the issuer's issuer and serial number"] = (issuer => NameAndKey(issuer, key: false), null),
        ["nothing"] = (_ => null, null),
        ["another key"] = (
            _ => X509AuthorityKeyIdentifierExtension.CreateFromSubjectKeyIdentifier([1, 2, 3]),
            Rules.CertificateIssuers.Name
        ),
        ["another serial number"] = (
            issuer => X509AuthorityKeyIdentifierExtension.CreateFromIssuerNameAndSerialNumber(issuer.IssuerName, [1]),
            Rules.CertificateIssuers.Name
        ),
        ["another issuer"] = (
            issuer =>
                X509AuthorityKeyIdentifierExtension.CreateFromIssuerNameAndSerialNumber(
                    new X500DistinguishedName("CN=Other"),
                    issuer.SerialNumberBytes.Span
                ),
            Rules.CertificateIssuers.Name
        ),
        ["the issuer's key critically"] = (
            issuer => new X509Extension(NameAndKey(issuer, key: true), critical: true),
            Rules.CertificateExtensions.Name
        ),
    };

    public static TheoryData<string> Names() => [.. Identifiers.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Certificate_that_names_a_key_is_issued_by_the_holder_of_that_key(string name)
    {
        var (identifier, check) = Identifiers[name];
        await using var lab = await TestLab.StartAsync();

        var answer = await ChainCall.SendAsync(
            lab,
            client => client with { Rewrite = raw => Naming(raw, identifier(lab.Authority.Certificate)) }
        );

        Assert.Equal(check, answer.Exchange.Trace.Failure?.Check);
        if (name == "another key")
        {
            Assert.StartsWith(
                "'CN=tls, O=Test' names a key identifier that 'CN=Client Authentication Lab Root",
                answer.Exchange.Trace.Failure!.Seen,
                StringComparison.Ordinal
            );
        }
    }

    // Its name alone does not say which key of that name is meant. Forwarded: a client would take it for self-signed and send it alone.
    [Theory]
    [InlineData(true, null)]
    [InlineData(false, "certificate.issuers")]
    public async Task Certificate_in_the_name_of_its_issuer_names_the_key_that_signed_it(bool isNamed, string? check)
    {
        await using var proxied = await ProxiedLab.StartAsync();
        using var intermediate = proxied.Lab.Authority.IssueIntermediate(
            CertificateProfile.Authority("Between", pathLength: 0) with
            {
                Subject = ChainCall.Subject,
            }
        );
        using var certificate = intermediate.Issue(
            CertificateProfile.Client(ChainCall.Subject) with
            {
                Rewrite = raw => isNamed ? raw : Naming(raw, null),
            }
        );

        var answer = await proxied.SendAsync(TestClients.Tls, certificate, intermediate.Certificate);

        Assert.Equal(check, answer.Exchange.Trace.Failure?.Check);
    }

    private static X509AuthorityKeyIdentifierExtension NameAndKey(X509Certificate2 issuer, bool key) =>
        X509AuthorityKeyIdentifierExtension.CreateFromCertificate(issuer, key, includeIssuerAndSerial: !key);

    // It is the last extension of a profile.
    private static RawCertificate Naming(RawCertificate raw, X509Extension? identifier) =>
        raw with
        {
            Extensions =
            [
                .. raw.Extensions.SkipLast(1),
                .. identifier is null ? Array.Empty<byte[]>() : [Encode(identifier)],
            ],
        };

    private static byte[] Encode(X509Extension extension)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(extension.Oid!.Value!);
            if (extension.Critical)
            {
                writer.WriteBoolean(true);
            }

            writer.WriteOctetString(extension.RawData);
        }

        return writer.Encode();
    }
}
