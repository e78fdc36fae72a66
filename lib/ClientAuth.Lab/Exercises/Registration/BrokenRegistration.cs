using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClientAuth.Client;
using ClientAuth.Lab.Testbeds;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.Lab.Exercises.Registration;

/// <summary>An app whose author got several things wrong in its registration, and of which only the first shows.</summary>
internal static class BrokenRegistration
{
    private const string Package = "com.example.mobileapp";
    private const string NameInJava = "secp256r1";

    /// <summary>
    /// What its author wrote: the scope of the API, the content type that comes by itself, the app's package for the template, a
    /// method of the device's own, and the key as a library for Java exports it, private number and all.
    /// </summary>
    public static RegistrationAttempt Draft(ECDsa key)
    {
        var parameters = key.ExportParameters(includePrivateParameters: true);
        return new()
        {
            Scope = "read",
            ContentType = "text/plain",
            Body = new JsonObject
            {
                ["software_id"] = Package,
                ["client_name"] = "Phone of Alice",
                ["token_endpoint_auth_method"] = TokenEndpointAuthMethods.None,
                ["jwks"] = new JsonObject
                {
                    ["keys"] = new JsonArray(
                        new JsonObject
                        {
                            ["kty"] = "EC",
                            ["crv"] = NameInJava,
                            ["x"] = Base64Url.EncodeToString(parameters.Q.X),
                            ["y"] = Base64Url.EncodeToString(parameters.Q.Y),
                            ["d"] = Base64Url.EncodeToString(parameters.D),
                        }
                    ),
                },
            },
        };
    }

    /// <summary>Registers a device as the attempt says after the mend, and asks for a token with the device's key.</summary>
    /// <param name="lab">With the main client and the template.</param>
    /// <param name="mainClient">Who asks for the initial access token.</param>
    /// <param name="template">What the device should inherit.</param>
    /// <param name="mend">The learner's.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <returns>The last request that the server saw: the first refused one, or the one that got the device its token.</returns>
    public static async Task<RecordedExchange> SendAsync(
        Testbed lab,
        string mainClient,
        string template,
        Action<RegistrationAttempt, string, ECDsa> mend,
        CancellationToken cancellationToken
    )
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var attempt = Draft(key);
        mend(attempt, template, key);
        var main = lab.TokenClient(mainClient, RegisteredMethod.Of(lab.Client(mainClient)));
        if (
            await main.RequestTokenAsync(attempt.Scope, cancellationToken) is TokenOutcome.Issued initial
            && await RegisterAsync(lab, initial.Response.AccessToken, attempt, cancellationToken) is { } device
        )
        {
            var method = new ClientAuthenticationMethodConfiguration.SignedJwt.Asymmetric(
                key,
                SignatureAlgorithms.ES256
            );
            await lab.TokenClient(device.ClientId, method).RequestTokenAsync(scope: null, cancellationToken);
        }

        return lab.LastExchange;
    }

    private static async Task<ClientMetadata?> RegisterAsync(
        Testbed lab,
        string initial,
        RegistrationAttempt attempt,
        CancellationToken cancellationToken
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, lab.Server.Metadata.RegistrationEndpoint);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", initial);
        request.Content = new StringContent(attempt.Body.ToJsonString(), Encoding.UTF8);
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(attempt.ContentType);
        using var response = await lab.CreateHttpClient().SendAsync(request, cancellationToken);
        return response.IsSuccessStatusCode
            ? JsonSerializer.Deserialize(
                await response.Content.ReadAsStringAsync(cancellationToken),
                ProtocolJson.Default.ClientMetadata
            )
            : null;
    }
}
