using ClientAuth.Client;
using ClientAuth.Credentials;
using ClientAuth.Lab.Testbeds;
using ClientAuth.MockServer.Checks;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Tests.Statements;

/// <summary>What the SDK's documentation says of mutual TLS, each statement proven by a test of its name.</summary>
public sealed class MutualTlsStatementTests
{
    private const string App = "mobile-app-mtls";
    private const string Subject = "CN=mobile-app-mtls,O=Client Authentication Lab";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_client_presents_a_client_certificate_during_the_TLS_handshake()
    {
        await using var lab = await LessonLab.OpenAsync();
        var certificate = lab.Client(App).Certificate!;

        Assert.IsType<TokenOutcome.Issued>(await RequestAsync(lab, certificate));

        var (request, tls) = (lab.LastExchange.Request, lab.LastExchange.Tls);
        Assert.Equal(certificate.Thumbprint, tls.ClientCertificate!.Thumbprint);
        Assert.Null(request.Header("Authorization"));
        Assert.Equal($"grant_type=client_credentials&client_id={App}", request.Body);
    }

    [Fact]
    public async Task The_server_validates_the_certificate_against_a_configured_trust_store()
    {
        await using var lab = await LessonLab.OpenAsync();
        using var stranger = LabAuthority.Create(lab.Clock, lab.Authority.Certificate.Subject["CN=".Length..]);
        using var ofAStranger = stranger.Issue(CertificateProfile.Client(Subject));
        using var ofTheTrusted = lab.Authority.Issue(CertificateProfile.Client(Subject));

        lab.MustBeRefused(
            await RequestAsync(lab, ofAStranger),
            401,
            OAuthErrors.InvalidClient,
            Rules.CertificateChain.Name
        );
        Assert.IsType<TokenOutcome.Issued>(await RequestAsync(lab, ofTheTrusted));
    }

    [Fact]
    public async Task Or_against_a_pinned_public_key_hash_for_the_server_side()
    {
        string? pin = null;
        await using var lab = await LessonLab.OpenAsync(
            new LabOptions
            {
                Server = options =>
                {
                    pin = PublicKeyHash.Of(options.ServerCertificate);
                    return options;
                },
            },
            Cancellation
        );
        using var another = lab.Authority.Issue(CertificateProfile.LoopbackServer());

        Assert.IsType<TokenOutcome.Issued>(await RequestAsync(lab, Pinned(pin!)));
        await lab.MustFailAsync(() => RequestAsync(lab, Pinned(PublicKeyHash.Of(another))), "its key is not pinned");

        static ServerTrust Pinned(string hash) => new ServerTrust.Pinned(new KeyPinning("localhost", hash));
        Task<TokenOutcome> RequestAsync(LessonLab lab, ServerTrust trust) =>
            lab.TokenClient(App, RegisteredMethod.Of(lab.Client(App)), trust).RequestTokenAsync(null, Cancellation);
    }

    [Fact]
    public async Task Strong()
    {
        await using var lab = await LessonLab.OpenAsync();
        var certificate = lab.Client(App).Certificate!;

        // What crosses the wire is public, and without the private key it proves nothing: the same names under another key.
        using var copied = SelfSignedCertificate.Create(CertificateProfile.Client(certificate.Subject), lab.Clock);

        lab.MustBeRefused(await RequestAsync(lab, copied), 401, OAuthErrors.InvalidClient, Rules.CertificateChain.Name);
    }

    [Fact]
    public async Task But_requires_certificate_provisioning()
    {
        await using var lab = await LessonLab.OpenAsync();
        var without = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", App)]);

        var answer = await lab.CreateHttpClient()
            .PostAsync(lab.Server.Metadata.MtlsEndpointAliases!.TokenEndpoint, without, Cancellation);

        await lab.MustBeRefusedAsync(answer, 401, OAuthErrors.InvalidClient, Rules.CertificatePresented.Name);
    }

    [Fact]
    public async Task And_renewal_infrastructure()
    {
        await using var lab = await LessonLab.OpenAsync();
        using var shortLived = lab.Authority.Issue(
            CertificateProfile.Client(Subject) with
            {
                EndsIn = TimeSpan.FromHours(1),
            }
        );
        Assert.IsType<TokenOutcome.Issued>(await RequestAsync(lab, shortLived));

        lab.Clock.Advance(TimeSpan.FromHours(2));

        lab.MustBeRefused(
            await RequestAsync(lab, shortLived),
            401,
            OAuthErrors.InvalidClient,
            Rules.CertificateValidity.Name
        );
        using var renewed = lab.Authority.Issue(CertificateProfile.Client(Subject));
        Assert.IsType<TokenOutcome.Issued>(await RequestAsync(lab, renewed));
    }

    private static Task<TokenOutcome> RequestAsync(
        LessonLab lab,
        System.Security.Cryptography.X509Certificates.X509Certificate2 certificate
    ) =>
        lab.TokenClient(App, new ClientAuthenticationMethodConfiguration.Mtls(certificate))
            .RequestTokenAsync(scope: null, Cancellation);
}
