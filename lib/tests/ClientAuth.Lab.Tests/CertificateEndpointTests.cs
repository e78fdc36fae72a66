using ClientAuth.Client;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Tests;

/// <summary>The client with a certificate goes where it is asked for one (RFC 8705 §5), and what comes of it if it does not.</summary>
public sealed class CertificateEndpointTests
{
    private const string ClientId = "mobile-app-mtls";

    [Fact]
    public async Task Client_that_reads_the_aliases_shows_its_certificate_and_gets_a_bound_token()
    {
        await using var lab = await LessonLab.OpenAsync();

        var outcome = await AskAsync(lab, lab.Server.Metadata);

        var issued = Assert.IsType<TokenOutcome.Issued>(outcome);
        Assert.NotNull(lab.LastExchange.Tls.ClientCertificate);
        Assert.True(DecodedJwt.Parse(issued.Response.AccessToken).Payload.TryGetProperty("cnf", out _));
    }

    [Fact]
    public async Task Client_that_is_told_of_none_is_asked_for_no_certificate_and_refused()
    {
        await using var lab = await LessonLab.OpenAsync();

        var outcome = await AskAsync(lab, lab.Server.Metadata with { MtlsEndpointAliases = null });

        Assert.Equal(OAuthErrors.InvalidClient, Assert.IsType<TokenOutcome.Refused>(outcome).Error.Error);
        Assert.Equal("certificate.presented", lab.LastExchange.Trace.Failure?.Check);
        Assert.Null(lab.LastExchange.Tls.ClientCertificate);
    }

    private static Task<TokenOutcome> AskAsync(LessonLab lab, AuthorizationServerMetadata metadata)
    {
        var certificate = lab.Client(ClientId).Certificate!;
        var method = new ClientAuthenticationMethodConfiguration.Mtls(certificate);
        return new TokenClient(
            lab.CreateHttpClient(certificate),
            metadata,
            ClientId,
            method,
            lab.Clock
        ).RequestTokenAsync("read", TestContext.Current.CancellationToken);
    }
}
