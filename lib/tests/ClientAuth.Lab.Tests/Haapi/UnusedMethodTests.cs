using System.Text.RegularExpressions;
using ClientAuth.Client.Registration;
using ClientAuth.MockServer.Faults;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.Lab.Tests.Haapi;

/// <summary>"Configuring a method although attestation works is safe": it changes nothing on the wire, whichever it is.</summary>
public sealed partial class UnusedMethodTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> MainClients =>
        ["mobile-app-secret", "mobile-app-mtls", "mobile-app-jwt-symmetric", "mobile-app-jwt-asymmetric"];

    [Theory]
    [MemberData(nameof(MainClients))]
    public async Task While_attestation_works_the_wire_is_the_same_with_a_method_and_without(string mainClient)
    {
        var without = await RecordAsync(mainClient: null);
        var with = await RecordAsync(mainClient);

        Assert.Equal(without, with);
        Assert.Equal(5, with.Count);
    }

    private static async Task<IReadOnlyList<string>> RecordAsync(string? mainClient)
    {
        await using var lab = await AppFixture.OpenAsync();
        var factory = new Client.Haapi.HaapiAccessorFactory(lab.Configuration(lab.Phone("flagship")));
        if (mainClient is not null)
        {
            factory
                .SetDcrConfiguration(lab.Dcr("mobile-app-device-key", DeviceCredential.Key, mainClient))
                .SetClientAuthenticationMethodConfiguration(lab.MethodOf(mainClient));
        }

        using var app = await factory.CreateAsync(Cancellation);
        using var request = lab.Resource();
        using var response = await app.TokenManager.SendAsync(request, Cancellation);
        return
        [
            $"{lab.Server.Faults.Seen(FaultPoint.Connection)} connection",
            .. lab.Server.Exchanges.Snapshot().Select(Masked),
        ];
    }

    // Everything that crossed the wire, connection included; only what is new in each run stands there by its kind.
    private static string Masked(RecordedExchange exchange)
    {
        var request = exchange.Request;
        var headers = request.Headers.Select(header => $"{header.Name}: {header.Value}").Order(StringComparer.Ordinal);
        var text = string.Join(
            '\n',
            [
                $"{request.Method} {request.Target} {request.Protocol}, {exchange.Tls.Version}, client certificate: {exchange.Tls.ClientCertificate?.Subject}",
                .. headers,
                request.Body,
                exchange.Response.ToString(),
            ]
        );
        text = Port().Replace(text, "localhost:(port)");
        text = Jwt().Replace(text, jwt => $"({DecodedJwt.Parse(jwt.Value).HeaderString("typ")})");
        text = Number().Replace(text, "Content-Length: (length)");
        text = LongJson().Replace(text, "\"(random)\"");
        return Random().Replace(text, "(random)");
    }

    [GeneratedRegex("localhost:[0-9]+")]
    private static partial Regex Port();

    [GeneratedRegex(@"[\w-]{20,}\.[\w-]{20,}\.[\w-]{20,}")]
    private static partial Regex Jwt();

    [GeneratedRegex("Content-Length: [0-9]+")]
    private static partial Regex Number();

    [GeneratedRegex(
        """
            "(?:[^"\\]|\\.){40,}"
            """
    )]
    private static partial Regex LongJson();

    [GeneratedRegex(@"[A-Za-z0-9+/_=-]{40,}")]
    private static partial Regex Random();
}
