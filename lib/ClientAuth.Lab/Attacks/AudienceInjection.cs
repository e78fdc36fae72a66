using System.Security.Cryptography;
using System.Text.Json;
using ClientAuth.Client;
using ClientAuth.Lab.Testbeds;
using ClientAuth.MockServer;
using ClientAuth.MockServer.Faults;
using ClientAuth.MockServer.Options;
using ClientAuth.Protocol;
using ClientAuth.Visuals.Attacks;

namespace ClientAuth.Lab.Attacks;

/// <summary>
/// A hostile server that the client works with, too, publishes the address of an honest server as its own token endpoint. A client that
/// takes that address for the audience signs an assertion for the honest server and sends it to the hostile one
/// (draft-ietf-oauth-rfc7523bis, now RFC 10070).
/// </summary>
public sealed class AudienceInjection()
    : Attack(
        new(
            "audience-injection",
            AttackGroup.Reads,
            "audience injection",
            "an authorization server of their own that the client uses, too",
            "the issuer identifier is the one audience"
        )
    )
{
    private const string App = "app-of-two-servers";

    public override async Task<AttackOutcome?> TryAsync(bool defended, CancellationToken cancellationToken = default)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var registration = Registration(key);
        await using var honest = await Testbed.StartAsync(
            new TestbedOptions { Clients = [registration], Server = options => defended ? options : Without(options) },
            cancellationToken
        );
        await using var hostile = await Testbed.StartAsync(registration);
        Publish(hostile.Server, honest.Server.Metadata.TokenEndpoint);
        await PushAsync(hostile, key, cancellationToken);
        var sent = TokenRequests.FieldOf(hostile.LastExchange.Request.Body, TokenParameters.ClientAssertion);
        await TokenRequests.PostAsync(honest, sent, cancellationToken);
        return AttackOutcomes.Of(honest.LastExchange);
    }

    private protected override AuthorizationServerOptions Without(AuthorizationServerOptions options) =>
        options with
        {
            Assertions = options.Assertions with { AudiencePolicy = AudiencePolicy.Legacy },
        };

    private static void Publish(MockAuthorizationServer hostile, string tokenEndpoint)
    {
        var claimed = hostile.Metadata with { TokenEndpoint = tokenEndpoint };
        var json = JsonSerializer.Serialize(claimed, ProtocolJson.Default.AuthorizationServerMetadata);
        hostile.Faults.Add(FaultPoint.Metadata, new Fault.Response(200, json, "application/json"), times: 1);
    }

    // What an honest client does that follows OpenID Connect Core §9 in its old wording: the audience is the token endpoint.
    private static async Task PushAsync(Testbed server, ECDsa key, CancellationToken cancellationToken)
    {
        var http = server.CreateHttpClient();
        var metadata = await AuthorizationServerDiscovery.FetchAsync(
            http,
            server.Server.Issuer,
            server.Clock,
            cancellationToken: cancellationToken
        );
        var signer = AssertionSigner.ForKey(key, SignatureAlgorithms.ES256);
        var assertion = ClientAssertionBuilder
            .For(App, metadata.TokenEndpoint, signer, server.Clock, Guid.NewGuid().ToString("N"))
            .Build();
        await TokenRequests.PostAsync(
            http,
            metadata.PushedAuthorizationRequestEndpoint!,
            [("response_type", "code"), .. TokenRequests.With(assertion.Compact)],
            cancellationToken
        );
    }

    private static ClientMetadata Registration(ECDsa key) =>
        new()
        {
            ClientId = App,
            TokenEndpointAuthMethod = TokenEndpointAuthMethods.PrivateKeyJwt,
            TokenEndpointAuthSigningAlg = SignatureAlgorithms.ES256,
            Jwks = new JwkSet { Keys = [Jwk.FromPublicKey(key)] },
            Scope = "read",
        };
}
