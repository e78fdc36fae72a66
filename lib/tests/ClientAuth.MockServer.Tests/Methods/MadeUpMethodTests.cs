using System.Security.Cryptography;
using System.Text;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Methods;
using ClientAuth.MockServer.Reading;
using ClientAuth.MockServer.Registrations;
using ClientAuth.MockServer.Tests.Lab;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Tests.Methods;

/// <summary>
/// A client authentication method that no specification knows: this file, and one line that lists its verifier
/// (<see cref="StartAsync"/>). Everything that the server does for its own methods, it does for this one.
/// </summary>
public sealed class MadeUpMethodTests
{
    private const string PinMethod = "client_pin";
    private const string Client = "pin-client";
    private const string Pin = "4711";

    [Fact]
    public async Task Client_with_the_right_pin_gets_a_token()
    {
        await using var server = await StartAsync();

        var answer = await server.SendAsync(Client, Pin);

        answer.AssertIssued();
        Assert.Equal(
            $"the registered pin: a pin of {Pin.Length} characters, equal to it",
            Verdict(answer, PinCredential.Rule.Name)
        );
    }

    [Fact]
    public async Task Client_with_a_wrong_pin_is_refused()
    {
        await using var server = await StartAsync();

        var answer = await server.SendAsync(Client, "0000");

        answer.AssertInvalidClient(PinCredential.Rule.Name);
    }

    [Fact]
    public async Task Unknown_client_is_refused_and_verified_against_a_decoy_all_the_same()
    {
        await using var server = await StartAsync();

        var answer = await server.SendAsync("nobody", Pin);

        answer.AssertInvalidClient("client.known");
        Assert.Equal(1, server.Verifier.Count);
    }

    [Fact]
    public async Task Client_of_another_method_is_refused()
    {
        await using var server = await StartAsync();

        var answer = await server.SendAsync(TestClients.Basic, Pin);

        answer.AssertInvalidClient("client.method");
        Assert.Equal(1, server.Verifier.Count);
    }

    [Fact]
    public async Task A_pin_beside_a_secret_is_one_mechanism_too_many()
    {
        await using var server = await StartAsync();

        var answer = await server.SendAsync(Client, Pin, (TokenParameters.ClientSecret, "secret"));

        answer.AssertInvalidRequest("request.single_mechanism");
        Assert.Equal(
            "at most one mechanism: a secret in the request body and a pin",
            Verdict(answer, "request.single_mechanism")
        );
    }

    [Fact]
    public async Task Unreadable_pin_is_refused()
    {
        await using var server = await StartAsync();

        var answer = await server.SendAsync(Client, pin: "");

        answer.AssertInvalidRequest(PinCredential.Format.Name);
    }

    [Fact]
    public async Task After_too_many_guesses_the_right_pin_is_not_judged_either()
    {
        await using var server = await StartAsync();
        for (var i = 0; i < MadeUpServer.FailureLimit; i++)
        {
            (await server.SendAsync(Client, $"{i}")).AssertInvalidClient(PinCredential.Rule.Name);
        }

        var answer = await server.SendAsync(Client, Pin);

        answer.AssertRefused(429, OAuthErrors.TemporarilyUnavailable, "client.not_throttled");
    }

    [Fact]
    public async Task The_metadata_names_the_method_beside_those_of_the_specifications()
    {
        await using var server = await StartAsync();

        Assert.Equal(
            [.. TokenEndpointAuthMethods.All.Except(TokenEndpointAuthMethods.Attested), PinMethod],
            server.Metadata.TokenEndpointAuthMethodsSupported
        );
    }

    private static string Verdict(TestAnswer answer, string check)
    {
        var decision = answer.Exchange.Trace.Decisions.Single(decision => decision.Check == check);
        return $"{decision.Expected}: {decision.Seen}";
    }

    // The one line that lists the method is the last argument.
    private static async Task<MadeUpServer> StartAsync()
    {
        var lab = await TestLab.StartAsync();
        var registered = new ClientMetadata
        {
            ClientId = Client,
            TokenEndpointAuthMethod = PinMethod,
            ClientSecret = Pin,
        };
        var verifier = new ClientPin();
        var server = await MockAuthorizationServer.StartAsync(
            lab.Options() with
            {
                Clients = [registered, .. lab.Clients.Registered()],
                Secrets = new() { AuthenticationFailureLimit = MadeUpServer.FailureLimit },
            },
            TestContext.Current.CancellationToken,
            verifier
        );
        return new MadeUpServer(lab, server, verifier);
    }

    /// <summary>A server with the made-up method, over real TLS.</summary>
    private sealed class MadeUpServer(TestLab lab, MockAuthorizationServer server, ClientPin verifier)
        : IAsyncDisposable
    {
        public const int FailureLimit = 3;

        public ClientPin Verifier => verifier;

        public AuthorizationServerMetadata Metadata => server.Metadata;

        public async Task<TestAnswer> SendAsync(
            string clientId,
            string pin,
            params IReadOnlyList<(string Name, string Value)> more
        )
        {
            using var client = lab.NewClient();
            (string Name, string Value)[] form = [(TokenParameters.GrantType, GrantTypes.ClientCredentials), .. more];
            using var request = new HttpRequestMessage(HttpMethod.Post, server.Metadata.TokenEndpoint)
            {
                Content = new FormUrlEncodedContent(form.Select(pair => KeyValuePair.Create(pair.Name, pair.Value))),
            };
            request.Headers.Add(PinCredential.HeaderName, $"{clientId} {pin}");
            using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
            var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            return new TestAnswer(response, body, server.Exchanges.Last!);
        }

        public async ValueTask DisposeAsync()
        {
            await server.DisposeAsync();
            await lab.DisposeAsync();
        }
    }

    /// <summary>The made-up method: compares the pin with the one that is registered as the client's secret.</summary>
    private sealed class ClientPin() : MethodVerifier(PinMethod, PinCredential.Reader)
    {
        /// <summary>How often a pin was compared.</summary>
        public int Count { get; private set; }

        public override bool Expects(PresentedCredential credential) => credential is PinCredential;

        public override Task<AuthenticatedClient?> VerifyAsync(
            RegisteredClient client,
            PresentedCredential credential,
            CheckTrace trace,
            CancellationToken cancellationToken
        )
        {
            Count++;
            var pin = ((PinCredential)credential).Pin;
            var isRight = CryptographicOperations.FixedTimeEquals(
                SHA256.HashData(Encoding.UTF8.GetBytes(pin)),
                SHA256.HashData(client.Secrets[0].Value.RevealBytes())
            );
            return When(
                trace.Check(
                    PinCredential.Rule,
                    isRight,
                    "the registered pin",
                    $"a pin of {pin.Length} characters, {(isRight ? "equal to" : "other than")} it"
                ),
                client
            );
        }
    }

    /// <summary>Its credential: a header field with the client's identifier and its pin.</summary>
    private sealed class PinCredential(string clientId, string pin) : PresentedCredential(Words)
    {
        public const string HeaderName = "Client-Pin";

        private const string Words = "a pin";

        public static Rule Format { get; } = new("pin.format", OAuthErrors.InvalidRequest, "this test");

        public static Rule Rule { get; } = new("pin.value", OAuthErrors.InvalidClient, "this test");

        public static CredentialReader Reader { get; } = CredentialReader.InHeader(Words, Read, HeaderName);

        public override string? ClientId => clientId;

        public override Rule? Proof => Rule;

        public override string? Guessable => Mechanism;

        public string Pin => pin;

        public override ClientMetadata Decoy(string clientId, DecoyKeys keys) => keys.WithSecret(clientId, PinMethod);

        private static PinCredential? Read(FormRequest request, CheckTrace trace)
        {
            var parts = request.Incoming.Http.Header(HeaderName)!.Split(' ');
            return trace.Check(Format, parts is [_, not ""], "identifier and pin", $"{parts.Length} words")
                ? new PinCredential(parts[0], parts[^1])
                : null;
        }
    }
}
