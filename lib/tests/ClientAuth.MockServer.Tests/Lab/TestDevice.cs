using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClientAuth.Devices;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Tests.Lab;

/// <summary>A device and its one key, and the requests that an app on it makes.</summary>
internal sealed class TestDevice(DeviceLab lab, SimulatedDevice device, string keyName)
{
    public ECDsa Key => device.OpenKey(keyName);

    /// <summary>A challenge and a DPoP nonce of the server, as an app gets them.</summary>
    public async Task<(string? Challenge, string? Nonce)> ChallengeAsync()
    {
        var answer = await lab.Lab.SendAsync(new TestCall { Path = "/challenge", RawBody = "" }, lab.Http);
        var challenge = JsonSerializer.Deserialize(answer.Body, ProtocolJson.Default.AttestationChallenge)!;
        return (challenge.Challenge, answer.Header(ProofHeaders.DpopNonce));
    }

    /// <summary>The evidence for a challenge, as the request has it.</summary>
    public JsonObject Body(string challenge, string clientId = DeviceLab.App, EvidenceFlaw? flaw = null) =>
        JsonSerializer
            .SerializeToNode(
                new ClientAttestationTokenRequest
                {
                    ClientId = clientId,
                    Challenge = challenge,
                    Attestation = device.Attest(keyName, challenge, flaw),
                },
                ProtocolJson.Default.ClientAttestationTokenRequest
            )!
            .AsObject();

    /// <summary>A whole request for a Client Attestation Token; <paramref name="change"/> spoils its body.</summary>
    public async Task<TestCall> AttestationAsync(
        string clientId = DeviceLab.App,
        EvidenceFlaw? flaw = null,
        Action<JsonObject>? change = null
    )
    {
        var (challenge, nonce) = await ChallengeAsync();
        var body = Body(challenge!, clientId, flaw);
        change?.Invoke(body);
        return Attestation(body.ToJsonString(), nonce);
    }

    public TestCall Attestation(string body, string? nonce, ECDsa? prover = null) =>
        new TestCall
        {
            Path = "/cat",
            ContentType = "application/json",
            RawBody = body,
        }.WithHeader(ProofHeaders.Dpop, Proof(lab.Endpoint, nonce, prover));

    /// <summary>Asks for a Client Attestation Token.</summary>
    public async Task<TestAnswer> AttestAsync(
        string clientId = DeviceLab.App,
        EvidenceFlaw? flaw = null,
        Action<JsonObject>? change = null
    ) => await SendAsync(await AttestationAsync(clientId, flaw, change));

    /// <summary>The same where nothing is to be wrong.</summary>
    public async Task<string> TokenAsync(string clientId = DeviceLab.App) =>
        Token(await AttestAsync(clientId)).ClientAttestationToken;

    /// <summary>The exchange of a token.</summary>
    public async Task<TestCall> ExchangeAsync(string token, string clientId = DeviceLab.App, ECDsa? prover = null)
    {
        var (_, nonce) = await ChallengeAsync();
        return Exchange(token, clientId)
            .WithHeader(ProofHeaders.Dpop, Proof(lab.Lab.Server.Metadata.TokenEndpoint, nonce, prover));
    }

    /// <summary>The same without a proof.</summary>
    public static TestCall Exchange(string token, string clientId = DeviceLab.App) =>
        new TestCall { Form = [(TokenParameters.GrantType, GrantTypes.TokenExchange)] }
            .And(TokenParameters.ClientId, clientId)
            .And(TokenParameters.SubjectToken, token)
            .And(TokenParameters.SubjectTokenType, TokenTypes.Jwt);

    /// <summary>A call of the resource with an access token and a proof.</summary>
    public async Task<TestCall> CallAsync(string accessToken, ECDsa? prover = null)
    {
        var (_, nonce) = await ChallengeAsync();
        var call = TestCall.Bearing(accessToken, "DPoP");
        var target = lab.Issuer + call.Path;
        var proof = TestProof.Sign(prover ?? Key, target, lab.Lab.Clock.GetUtcNow(), nonce, accessToken, "GET");
        return call.WithHeader(ProofHeaders.Dpop, proof);
    }

    public Task<TestAnswer> SendAsync(TestCall call) => lab.Lab.SendAsync(call, lab.Http);

    /// <summary>The token of an answer that has one; every check passed.</summary>
    public static ClientAttestationTokenResponse Token(TestAnswer answer)
    {
        Assert.True(answer.Status == 200, $"{answer.Status} {answer.Body} {answer.Exchange.Trace.Failure}");
        Assert.Null(answer.Exchange.Trace.Failure);
        answer.AssertNotStored();
        return JsonSerializer.Deserialize(answer.Body, ProtocolJson.Default.ClientAttestationTokenResponse)!;
    }

    private string Proof(string target, string? nonce, ECDsa? prover) =>
        TestProof.Sign(prover ?? Key, target, lab.Lab.Clock.GetUtcNow(), nonce);
}
