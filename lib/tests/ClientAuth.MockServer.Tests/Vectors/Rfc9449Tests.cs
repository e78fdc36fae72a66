using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Dpop;
using ClientAuth.MockServer.Jwt;
using ClientAuth.MockServer.Reading;
using ClientAuth.MockServer.Tokens;
using ClientAuth.Protocol.Recording;
using Microsoft.Extensions.Time.Testing;

namespace ClientAuth.MockServer.Tests.Vectors;

/// <summary>The proofs of RFC 9449, verified by what verifies those of clients, at the time when they were made.</summary>
public sealed class Rfc9449Tests
{
    private const string Header =
        "eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19";

    // Figure 2.
    private const string TokenProof =
        $"{Header}.eyJqdGkiOiItQndDM0VTYzZhY2MybFRjIiwiaHRtIjoiUE9TVCIsImh0dSI6Imh0dHBzOi8vc2VydmVyLmV4YW1wbGUuY29tL3Rva2VuIiwiaWF0IjoxNTYyMjYyNjE2fQ.2-GxA6T8lP4vfrg8v-FdWP0A0zdrj8igiMLvqRMUvwnQg4PtFLbdLXiOSsX0x7NVY-FNyJK70nfbV37xRZT3Lg";

    // Figure 13, with the access token that it goes with.
    private const string ResourceProof =
        $"{Header}.eyJqdGkiOiJlMWozVl9iS2ljOC1MQUVCIiwiaHRtIjoiR0VUIiwiaHR1IjoiaHR0cHM6Ly9yZXNvdXJjZS5leGFtcGxlLm9yZy9wcm90ZWN0ZWRyZXNvdXJjZSIsImlhdCI6MTU2MjI2MjYxOCwiYXRoIjoiZlVIeU8ycjJaM0RaNTNFc05yV0JiMHhXWG9hTnk1OUlpS0NBcWtzbVFFbyJ9.2oW9RP35yRqzhrtNP86L-Ey71EOptxRimPPToA1plemAgR6pxHF8y6-yqyVnmcw6Fy1dqd-jfxSYoMxhAJpLjA";
    private const string AccessToken = "Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxU";

    // §6.1, figure 8.
    private const string Thumbprint = "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I";

    private readonly FakeTimeProvider _clock = new(DateTimeOffset.FromUnixTimeSeconds(1562262618));
    private readonly CheckTrace _trace = new();

    [Fact]
    public void Proof_of_figure_2_holds_for_its_request_and_its_key_has_the_thumbprint_of_figure_8()
    {
        var proof = Checks().Check(Request("POST", "https://server.example.com", "/token", TokenProof), _trace);

        Assert.Equal(Thumbprint, proof?.KeyThumbprint);
        Assert.Equal("-BwC3ESc6acc2lTc", proof?.Use.Id);
        Assert.Null(proof?.AccessTokenHash);
    }

    [Theory]
    [InlineData("GET", "https://server.example.com", "/token", 0, "dpop.htm")]
    [InlineData("POST", "https://server.example.com", "/other", 0, "dpop.htu")]
    [InlineData("POST", "https://other.example.com", "/token", 0, "dpop.htu")]
    [InlineData("POST", "https://server.example.com", "/token", 69, "dpop.iat")]
    public void Proof_of_figure_2_holds_for_no_other_request(
        string method,
        string origin,
        string path,
        int later,
        string check
    )
    {
        _clock.Advance(TimeSpan.FromSeconds(later));

        Assert.Null(Checks().Check(Request(method, origin, path, TokenProof), _trace));
        Assert.Equal(check, _trace.Broken?.Name);
    }

    [Fact]
    public void Proof_of_figure_13_holds_with_its_access_token_and_with_no_other()
    {
        Assert.True(IsBound(AccessToken));
        Assert.False(IsBound(AccessToken + "x"));
    }

    private bool IsBound(string accessToken)
    {
        var request = Request("GET", "https://resource.example.org", "/protectedresource", ResourceProof);
        var proof = Checks().Check(request, _trace);
        Assert.Equal(Thumbprint, proof?.KeyThumbprint);
        return BindingChecks.CheckHash(proof!, accessToken, _trace);
    }

    private DpopProofChecks Checks() =>
        new(["ES256"], new ProofAge(_clock, TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1)), null, 2048);

    private static IncomingRequest Request(string method, string origin, string path, string proof) =>
        new(
            new RecordedRequest(method, path, "HTTP/1.1", [new RecordedHeader("DPoP", proof)], ""),
            new RecordedTls("TLS 1.3", "TLS_AES_256_GCM_SHA384", null),
            []
        )
        {
            Origin = origin,
        };
}
