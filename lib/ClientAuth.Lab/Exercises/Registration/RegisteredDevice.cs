using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ClientAuth.Client;
using ClientAuth.Lab.Testbeds;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Exercises.Registration;

/// <summary>A device that a server registers with what a learner has written.</summary>
internal static class RegisteredDevice
{
    /// <summary>What the devices of <c>data/client-templates.json</c> with a key of their own inherit.</summary>
    public const string Template = "mobile-app-device-key";

    /// <summary>The client that opens the template.</summary>
    public const string MainClient = "mobile-app-jwt-asymmetric";

    /// <summary>Whether the server registers a device with it, and gives the device a token for its key.</summary>
    /// <param name="body">The learner's: from the template and the key to what is sent.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    public static async Task<RuleFinding> GetsTokenAsync(
        Func<string, ECDsa, string> body,
        CancellationToken cancellationToken
    )
    {
        await using var lab = await Testbed.StartAsync(new TestbedOptions(), cancellationToken);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var request = new HttpRequestMessage(HttpMethod.Post, lab.Server.Metadata.RegistrationEndpoint);
        request.Headers.Authorization = new("Bearer", await InitialTokenAsync(lab, cancellationToken));
        request.Content = new StringContent(body(Template, key), Encoding.UTF8, "application/json");
        using var response = await lab.CreateHttpClient().SendAsync(request, cancellationToken);
        if (response.IsSuccessStatusCode)
        {
            var registration = await response.Content.ReadAsStringAsync(cancellationToken);
            await AskAsync(lab, registration, key, cancellationToken);
        }

        return lab.LastExchange.Trace.Failure is { } failure
            ? RuleFinding.Broken(failure.Expected, $"{failure.Seen}, so {failure.Check} fails")
            : RuleFinding.Kept;
    }

    private static async Task<string> InitialTokenAsync(Testbed lab, CancellationToken cancellationToken)
    {
        var outcome = await lab.TokenClient(MainClient, RegisteredMethod.Of(lab.Client(MainClient)))
            .RequestTokenAsync(Scopes.DynamicClientRegistration, cancellationToken);
        return ((TokenOutcome.Issued)outcome).Response.AccessToken;
    }

    private static Task<TokenOutcome> AskAsync(
        Testbed lab,
        string registration,
        ECDsa key,
        CancellationToken cancellationToken
    )
    {
        var device = JsonSerializer.Deserialize(registration, ProtocolJson.Default.ClientMetadata)!;
        var method = new ClientAuthenticationMethodConfiguration.SignedJwt.Asymmetric(key, SignatureAlgorithms.ES256);
        return lab.TokenClient(device.ClientId, method).RequestTokenAsync(cancellationToken: cancellationToken);
    }
}
