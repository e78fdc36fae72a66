using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.Client;
using ClientAuth.Lab.Testbeds;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;
using static ClientAuth.Client.ClientAuthenticationMethodConfiguration;
using Deployed = (
    ClientAuth.Protocol.ClientMetadata Registered,
    ClientAuth.Client.ClientAuthenticationMethodConfiguration App
);

namespace ClientAuth.Lab.Exercises.Choosing;

/// <summary>The app of the team in lesson 08: as the team has deployed it, and as learners may.</summary>
internal static class CourierApp
{
    private const string ClientId = "courier";
    private const string Shipped = "shipped-with-every-copy-of-the-courier-app";

    public static ClientMetadata TeamsRegistration { get; } =
        OfMethod(TokenEndpointAuthMethods.TlsClientAuth) with
        {
            TlsClientAuthSubjectDn = "CN=courier",
        };

    public static ClientAuthenticationMethodConfiguration TeamsMethod { get; } = new Secret(Shipped);

    public static ClientAuthenticationMethodConfiguration BySharedSecret { get; } =
        new SignedJwt.Symmetric(new ClientSecret(Shipped));

    /// <summary>In the package, so that every copy has it.</summary>
    public static ECDsa KeyOfAll { get; } = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>Issued by the company.</summary>
    public static X509Certificate2 Certificate { get; } =
        new CertificateRequest("CN=courier", KeyOfAll, HashAlgorithmName.SHA256)
            .Create(
                new X500DistinguishedName("CN=The company"),
                X509SignatureGenerator.CreateForECDsa(KeyOfAll),
                DateTimeOffset.UnixEpoch,
                DateTimeOffset.UnixEpoch.AddYears(100),
                [1]
            )
            .CopyWithPrivateKey(KeyOfAll);

    /// <summary>Whether nothing has been changed that matters.</summary>
    public static bool IsTheTeams(Deployed install) =>
        install.Registered.TokenEndpointAuthMethod == TeamsRegistration.TokenEndpointAuthMethod
        && install.App.MethodName == TeamsMethod.MethodName;

    public static ClientMetadata OfMethod(string method) =>
        new() { ClientId = ClientId, TokenEndpointAuthMethod = method };

    public static ClientMetadata OfSecret(string method) => OfMethod(method) with { ClientSecret = Shipped };

    /// <summary>Registered for the public halves of these keys.</summary>
    public static ClientMetadata Of(params IReadOnlyList<ECDsa> keys) =>
        OfMethod(TokenEndpointAuthMethods.PrivateKeyJwt) with
        {
            Jwks = new JwkSet { Keys = [.. keys.Select(Jwk.FromPublicKey)] },
        };

    /// <summary>Registered for the public half of this key.</summary>
    public static ClientMetadata Of(ECDsa key) => Of([key]);

    /// <summary>Signs with this key.</summary>
    public static ClientAuthenticationMethodConfiguration By(ECDsa key) =>
        new SignedJwt.Asymmetric(key, SignatureAlgorithms.ES256, Jwk.FromPublicKey(key).Kid);

    /// <summary>Registers an install at a server of its own, and lets it ask for a token.</summary>
    /// <returns>What the server saw, decided and answered.</returns>
    public static async Task<RecordedExchange> SendAsync(Deployed install, CancellationToken cancellationToken)
    {
        await using var lab = await Testbed.StartAsync(install.Registered);
        return await AskAsync(lab, install, cancellationToken);
    }

    /// <summary>Whether two installs, registered at one server, get a token each.</summary>
    public static async Task<RuleFinding> GetTokensAsync(
        Func<ECDsa, Deployed> deploy,
        CancellationToken cancellationToken
    )
    {
        using var first = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var second = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        List<Deployed> installs = [Numbered(1, deploy(first)), Numbered(2, deploy(second))];
        await using var lab = await Testbed.StartAsync([.. installs.Select(install => install.Registered)]);
        foreach (var install in installs)
        {
            var exchange = await AskAsync(lab, install, cancellationToken);
            if (exchange.Trace.Failure is { } failure)
            {
                return RuleFinding.Broken(failure.Expected, $"{failure.Seen}, at {failure.Check}");
            }
        }

        return RuleFinding.Kept;
    }

    private static async Task<RecordedExchange> AskAsync(
        Testbed lab,
        Deployed install,
        CancellationToken cancellationToken
    )
    {
        await lab.TokenClient(install.Registered.ClientId, install.App).RequestTokenAsync(null, cancellationToken);
        return lab.LastExchange;
    }

    private static Deployed Numbered(int number, Deployed install) =>
        install with
        {
            Registered = install.Registered with { ClientId = $"{ClientId}-{number}" },
        };
}
