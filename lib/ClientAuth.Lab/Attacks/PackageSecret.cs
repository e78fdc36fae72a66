using System.Net.Http.Headers;
using System.Text;
using ClientAuth.Credentials;
using ClientAuth.Lab.Devices;
using ClientAuth.Lab.Testbeds;
using ClientAuth.Protocol;
using ClientAuth.Visuals.Attacks;

namespace ClientAuth.Lab.Attacks;

/// <summary>
/// A secret that was compiled into an app: the attacker unzips the package and tries every readable text in it. Where each install makes
/// a key of its own, there is nothing to find.
/// </summary>
public sealed class PackageSecret()
    : Attack(
        new(
            "package-secret",
            AttackGroup.Reads,
            "secret in the app package",
            "the app package, as the store gives it to everybody",
            "each install makes a key of its own"
        )
    )
{
    private const string App = "app-from-the-store";
    private const int ShortestCandidate = 20;

    public override async Task<AttackOutcome?> TryAsync(bool defended, CancellationToken cancellationToken = default)
    {
        var secret = NewClientSecret.Generate();
        await using var target = await Testbed.StartAsync(defended ? WithKey : WithSecret(secret));
        var package = AppPackage.Build(
            "any install",
            compiledIn: defended ? target.Server.Metadata.RegistrationEndpoint! : secret.Reveal()
        );
        foreach (var candidate in AppPackage.Unzip(package).SelectMany(Texts))
        {
            await TrySecretAsync(target, candidate, cancellationToken);
            if (AttackOutcomes.Of(target.LastExchange) is { Succeeded: true } found)
            {
                return found;
            }
        }

        return AttackOutcomes.Of(target.LastExchange);
    }

    private static ClientMetadata WithKey =>
        new() { ClientId = App, TokenEndpointAuthMethod = TokenEndpointAuthMethods.PrivateKeyJwt };

    private static ClientMetadata WithSecret(ClientSecret secret) =>
        new()
        {
            ClientId = App,
            ClientSecret = secret.Reveal(),
            Scope = "read",
        };

    private static IEnumerable<string> Texts(byte[] file) =>
        Encoding
            .Latin1.GetString(file)
            .Split([.. Enumerable.Range(0, ' ' + 1).Select(code => (char)code), '\x7f'])
            .Where(text => text.Length >= ShortestCandidate && text.All(char.IsAscii));

    private static async Task TrySecretAsync(Testbed target, string secret, CancellationToken cancellationToken)
    {
        var pair = $"{App}:{Uri.EscapeDataString(secret)}";
        using var request = new HttpRequestMessage(HttpMethod.Post, target.Server.Metadata.TokenEndpoint)
        {
            Headers =
            {
                Authorization = new AuthenticationHeaderValue(
                    "Basic",
                    Convert.ToBase64String(Encoding.ASCII.GetBytes(pair))
                ),
            },
            Content = TokenRequests.Form([(TokenParameters.GrantType, GrantTypes.ClientCredentials)]),
        };
        using var response = await target.CreateHttpClient().SendAsync(request, cancellationToken);
    }
}
