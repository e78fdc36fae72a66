using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ClientAuth.Client;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Exercises;

/// <summary>Lesson 06: what a device says when it registers itself from a template (RFC 7591 §2).</summary>
public sealed partial class LessonExercises
{
    private const string DeviceTemplate = "mobile-app-device-key";
    private const string OpensDeviceTemplate = "mobile-app-jwt-asymmetric";
    private static readonly string[] SaidByDevice = ["software_id", "client_name", "jwks"];

    public Exercise<Func<string, ECDsa, string>> DeviceRegistration =>
        new(
            this,
            "The registration of a device",
            isUntouched: body => WithKey(key => body(DeviceTemplate, key)).Length == 0,
            [
                new(
                    "The body is one JSON object.",
                    "It goes out as application/json: names in double quotes, no name twice, no comma behind the last member.",
                    body => WithKey(key => LearnersRegistration.TryRead(body(DeviceTemplate, key))) is not null
                ),
                new(
                    "software_id is the template that is given.",
                    "Without it the server does not know what to inherit. Another app has another template, so use the parameter.",
                    body => WithKey(key => Read(body, "another-template", key).SoftwareId) == "another-template"
                ),
                new(
                    "The private half of the key stays on the device.",
                    "There is a member 'd' in the body: the private number. Jwk.FromPublicKey has no room for one.",
                    body => !WithKey(key => Read(body, DeviceTemplate, key).HoldsPrivateKey)
                ),
                new(
                    "jwks is a set: an object whose member 'keys' is a list of one key.",
                    "Neither the key alone nor a list alone, and no JSON inside a string (RFC 7517 §5).",
                    body => WithKey(key => Read(body, DeviceTemplate, key).OnlyKey) is not null
                ),
                new(
                    "The key in it is the key that is given.",
                    "Every device has a key of its own. The server needs all of the public half: kty, crv, x and y.",
                    body => WithKey(key => Read(body, DeviceTemplate, key).Holds(Jwk.FromPublicKey(key)))
                ),
                new(
                    "The device says nothing that is the template's or the server's to say.",
                    "Method, algorithm, grants and scope come from the template, the identifier from the server.",
                    body => WithKey(key => Read(body, DeviceTemplate, key).MemberNames.All(SaidByDevice.Contains))
                ),
                new(
                    "The server registers the device, and gives it a token for its key.",
                    "Each member has the type of RFC 7591 §2, and the key in it the form of RFC 7518 §6.2.",
                    IsRegisteredAsync
                ),
            ],
            "that a device brings a name and a key, and that everything else is decided without it"
        );

    private static LearnersRegistration Read(Func<string, ECDsa, string> body, string template, ECDsa key) =>
        LearnersRegistration.TryRead(body(template, key))
        ?? throw new JsonException($"For the template '{template}' the body is no JSON object.");

    private static T WithKey<T>(Func<ECDsa, T> use)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return use(key);
    }

    private static async Task<bool> IsRegisteredAsync(
        Func<string, ECDsa, string> body,
        CancellationToken cancellationToken
    )
    {
        await using var lab = await LessonLab.OpenAsync(new LabOptions(), cancellationToken);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var request = new HttpRequestMessage(HttpMethod.Post, lab.Server.Metadata.RegistrationEndpoint);
        request.Headers.Authorization = new("Bearer", await InitialTokenAsync(lab, cancellationToken));
        request.Content = new StringContent(body(DeviceTemplate, key), Encoding.UTF8, "application/json");
        using var answer = await lab.CreateHttpClient().SendAsync(request, cancellationToken);
        return answer.IsSuccessStatusCode
            && await GetsTokenAsync(
                lab,
                await answer.Content.ReadAsStringAsync(cancellationToken),
                key,
                cancellationToken
            );
    }

    private static async Task<string> InitialTokenAsync(LessonLab lab, CancellationToken cancellationToken)
    {
        var app = lab.Client(OpensDeviceTemplate);
        var method = new ClientAuthenticationMethodConfiguration.SignedJwt.Asymmetric(
            app.PrivateKey!,
            SignatureAlgorithms.ES256
        );
        var outcome = await lab.TokenClient(OpensDeviceTemplate, method)
            .RequestTokenAsync(Scopes.DynamicClientRegistration, cancellationToken);
        return ((TokenOutcome.Issued)outcome).Response.AccessToken;
    }

    private static async Task<bool> GetsTokenAsync(
        LessonLab lab,
        string registration,
        ECDsa key,
        CancellationToken cancellationToken
    )
    {
        var device = JsonSerializer.Deserialize(registration, ProtocolJson.Default.ClientMetadata)!;
        var method = new ClientAuthenticationMethodConfiguration.SignedJwt.Asymmetric(key, SignatureAlgorithms.ES256);
        return await lab.TokenClient(device.ClientId, method).RequestTokenAsync(cancellationToken: cancellationToken)
            is TokenOutcome.Issued;
    }
}
