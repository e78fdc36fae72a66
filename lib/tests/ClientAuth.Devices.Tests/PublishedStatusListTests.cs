using System.Text.Json.Nodes;

namespace ClientAuth.Devices.Tests;

/// <summary>The list of withdrawn attestation keys is written as Google writes it, and can be changed.</summary>
public sealed class PublishedStatusListTests : IDisposable
{
    private readonly Workshop _workshop = new();

    public void Dispose() => _workshop.Dispose();

    [Fact]
    public void A_phone_with_a_leaked_key_stands_on_it_by_the_serial_number_of_the_key()
    {
        var chain = Workshop.CertificatesOf(_workshop.Make("revoked-chain").Attest("haapi", "challenge"));
        var serial = chain[1].SerialNumber.TrimStart('0').ToLowerInvariant();

        Assert.Equal(
            $$$$"""{"entries":{"{{{{serial}}}}":{"status":"REVOKED","reason":"KEY_COMPROMISE"}}}""",
            _workshop.Makers.StatusList.ToJson()
        );
    }

    [Fact]
    public void A_suspended_key_can_be_reinstated()
    {
        var list = _workshop.Makers.StatusList;
        var chain = Workshop.CertificatesOf(_workshop.Make("suspended-chain").Attest("haapi", "challenge"));
        Assert.Contains("""{"status":"SUSPENDED","reason":"SOFTWARE_FLAW"}""", list.ToJson(), StringComparison.Ordinal);

        list.Reinstate(chain[1]);

        Assert.Equal("""{"entries":{}}""", list.ToJson());
    }

    [Fact]
    public void Keys_stand_on_it_in_the_order_in_which_they_were_withdrawn()
    {
        var list = _workshop.Makers.StatusList;
        var chain = Workshop.CertificatesOf(_workshop.Make("flagship").Attest("haapi", "challenge"));
        foreach (var certificate in chain)
        {
            list.Revoke(certificate);
        }

        var serials = JsonNode.Parse(list.ToJson())!["entries"]!.AsObject().Select(entry => entry.Key);

        Assert.Equal(chain.Select(one => one.SerialNumber.TrimStart('0').ToLowerInvariant()), serials);
    }

    [Fact]
    public void A_phone_in_order_does_not_stand_on_it()
    {
        _workshop.Make("flagship");

        Assert.Equal("0 certificate(s)", _workshop.Makers.StatusList.ToString());
    }
}
