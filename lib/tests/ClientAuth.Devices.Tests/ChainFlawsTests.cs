using System.Security.Cryptography.X509Certificates;
using ClientAuth.Devices.Tests.Apple;

namespace ClientAuth.Devices.Tests;

/// <summary>What a chain engine, and whoever counts extensions, finds of each flaw.</summary>
public sealed class ChainFlawsTests : IDisposable
{
    private const string KeyDescription = "1.3.6.1.4.1.11129.2.1.17";
    private const string Nonce = "1.2.840.113635.100.8.2";
    private readonly Workshop _workshop = new();

    public void Dispose() => _workshop.Dispose();

    [Theory]
    [InlineData("none", X509ChainStatusFlags.NoError)]
    [InlineData("no_statement", X509ChainStatusFlags.NoError)]
    [InlineData("statement_in_intermediate", X509ChainStatusFlags.NoError)]
    [InlineData("expired_leaf", X509ChainStatusFlags.NotTimeValid)]
    [InlineData("expired_intermediate", X509ChainStatusFlags.NotTimeValid)]
    [InlineData("intermediate_is_no_authority", X509ChainStatusFlags.InvalidBasicConstraints)]
    [InlineData("intermediate_left_out", X509ChainStatusFlags.PartialChain)]
    public void A_flaw_is_what_the_chain_engine_says(string name, X509ChainStatusFlags status)
    {
        var flaw = name == "none" ? EvidenceFlaw.None : EvidenceFlaw.Named(name);

        Assert.True(Said(AndroidChain(flaw), _workshop.Makers.AndroidRoot).HasFlag(status));
        Assert.True(Said(AppleChain(flaw), _workshop.Makers.AppleRoot).HasFlag(status));
        if (status == X509ChainStatusFlags.NoError)
        {
            Assert.Equal(status, Said(AndroidChain(flaw), _workshop.Makers.AndroidRoot));
            Assert.Equal(status, Said(AppleChain(flaw), _workshop.Makers.AppleRoot));
        }
    }

    [Theory]
    [InlineData("none", "1 0")]
    [InlineData("no_statement", "0 0")]
    [InlineData("statement_in_intermediate", "0 1")]
    [InlineData("expired_leaf", "1 0")]
    public void The_statement_stands_in_the_certificates_that_the_flaw_says(string name, string statements)
    {
        var flaw = name == "none" ? EvidenceFlaw.None : EvidenceFlaw.Named(name);

        Assert.Equal($"{statements} 0", Statements(AndroidChain(flaw), KeyDescription));
        Assert.Equal(statements, Statements(AppleChain(flaw), Nonce));
    }

    [Fact]
    public void A_forged_certificate_names_its_issuer_and_is_not_signed_by_it()
    {
        var android = AndroidChain(ChainFlaws.ForgedSignature);
        var apple = AppleChain(ChainFlaws.ForgedSignature);

        Assert.Equal(android[1].SubjectName.RawData, android[0].IssuerName.RawData);
        Assert.Equal(apple[1].SubjectName.RawData, apple[0].IssuerName.RawData);
        Assert.NotEqual(X509ChainStatusFlags.NoError, Said(android, _workshop.Makers.AndroidRoot));
        Assert.NotEqual(X509ChainStatusFlags.NoError, Said(apple, _workshop.Makers.AppleRoot));
    }

    [Fact]
    public void Two_certificates_of_an_Android_chain_can_describe_a_key()
    {
        var chain = AndroidChain(AndroidFlaws.StatementTwice);

        Assert.Equal("1 1 0", Statements(chain, KeyDescription));
        Assert.Equal(X509ChainStatusFlags.NoError, Said(chain, _workshop.Makers.AndroidRoot));
    }

    [Fact]
    public void An_attested_key_can_pretend_to_be_an_authority()
    {
        var chain = AndroidChain(AndroidFlaws.SignedByAttestedKey);

        Assert.Equal("1 1 0 0", Statements(chain, KeyDescription));
        Assert.Equal(chain[1].SubjectName.RawData, chain[0].IssuerName.RawData);
        Assert.True(Said(chain, _workshop.Makers.AndroidRoot).HasFlag(X509ChainStatusFlags.InvalidBasicConstraints));
    }

    private IReadOnlyList<X509Certificate2> AndroidChain(EvidenceFlaw flaw) =>
        Workshop.CertificatesOf(_workshop.Make("flagship").Attest("haapi", "challenge", flaw));

    private IReadOnlyList<X509Certificate2> AppleChain(EvidenceFlaw flaw) =>
        ReadAppleEvidence.Attestation(_workshop.Make("iphone").Attest("haapi", "challenge", flaw)).Chain;

    private X509ChainStatusFlags Said(IReadOnlyList<X509Certificate2> chain, X509Certificate2 root) =>
        // What is sent of the root must not stand in for an issuer that is not sent.
        _workshop.Verify([.. chain.Where(one => !one.RawData.SequenceEqual(root.RawData))], root);

    private static string Statements(IReadOnlyList<X509Certificate2> chain, string oid) =>
        string.Join(' ', chain.Select(one => one.Extensions.Count(extension => extension.Oid!.Value == oid)));
}
