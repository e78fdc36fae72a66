using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using ClientAuth.Client.Attestation;
using ClientAuth.Client.Dpop;
using ClientAuth.Lab.Devices;
using ClientAuth.Lab.Testbeds;
using ClientAuth.MockServer.Checks;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Exercises.Dpop;

/// <summary>What a thief does with things of a phone that attests itself, in the exercise of lesson 05 where a learner says how each ends.</summary>
/// <param name="lab">With the server that judges it.</param>
/// <param name="owner">The phone's key.</param>
/// <param name="thief">A key that the thief has made.</param>
internal sealed class Theft(Testbed lab, DpopKey owner, DpopKey thief)
{
    public const string Cat = "cat";
    public const string Exchange = "exchange";
    public const string Statement = "statement";
    public const string Query = "query";
    public const string Method = "method";
    public const string OtherToken = "other-token";

    /// <summary>What is not refused.</summary>
    public const string Accepted = "accepted";

    private const string KeyName = "stolen-from";

    private readonly HttpClient _http = lab.CreateHttpClient();
    private readonly AttestationClient _attestation = new(lab.CreateHttpClient(), lab.Server.Metadata, lab.Clock);

    public static IReadOnlyList<string> All { get; } = [Cat, Exchange, Statement, Query, Method, OtherToken];

    /// <summary>How each of them may end.</summary>
    public static IReadOnlyList<string> Ends { get; } =
    [
        Accepted,
        Rules.AndroidKeyChallenge.Name,
        Rules.AndroidKeyDpopKey.Name,
        Rules.SubjectTokenDpopKey.Name,
        Rules.DpopHtm.Name,
        Rules.DpopHtu.Name,
        Rules.DpopAth.Name,
        Rules.DpopBinding.Name,
        Rules.DpopJtiUnused.Name,
    ];

    /// <summary>How each of them ends at a real server.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> FatesAsync(CancellationToken cancellationToken)
    {
        await using var lab = await Testbed.StartAsync(new TestbedOptions(), cancellationToken);
        using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var owner = new DpopKey(lab.Devices["flagship"].OpenKey(KeyName), lab.Clock);
        var theft = new Theft(lab, owner, new DpopKey(made, lab.Clock));
        var fates = new Dictionary<string, string>();
        foreach (var thing in All)
        {
            await theft.UseAsync(thing, cancellationToken);
            fates[thing] = lab.LastExchange.Trace.Failure?.Check ?? Accepted;
        }

        return fates;
    }

    private Task UseAsync(string thing, CancellationToken cancellationToken) =>
        thing switch
        {
            Cat => ExchangeStolenAsync(thief, cancellationToken),
            Exchange => ExchangeStolenAsync(owner, cancellationToken),
            Statement => AttestAsync(thief, cancellationToken),
            Query => CallAsync(HttpMethod.Get, "?account=all", anotherToken: false, cancellationToken),
            Method => CallAsync(HttpMethod.Post, "", anotherToken: false, cancellationToken),
            _ => CallAsync(HttpMethod.Get, "", anotherToken: true, cancellationToken),
        };

    private async Task ExchangeStolenAsync(DpopKey prover, CancellationToken cancellationToken)
    {
        var cat = await TokenOfPhoneAsync(cancellationToken);
        await _attestation.GetChallengeAsync(prover, cancellationToken); // for the nonce that comes with it
        await ExchangeAsync(cat, prover, cancellationToken);
    }

    // The proof was made for a GET of the resource, with the first token.
    private async Task CallAsync(
        HttpMethod method,
        string query,
        bool anotherToken,
        CancellationToken cancellationToken
    )
    {
        var cat = await TokenOfPhoneAsync(cancellationToken);
        var token = await ExchangeAsync(cat, owner, cancellationToken);
        var resource = new Uri($"{lab.Server.Issuer}/resource");
        var proof = owner.Prove(HttpMethod.Get, resource, token);
        var sent = anotherToken ? await ExchangeAsync(cat, owner, cancellationToken) : token;
        using var request = new HttpRequestMessage(method, $"{resource}{query}");
        request.Headers.Authorization = new AuthenticationHeaderValue(ProofHeaders.Dpop, sent);
        request.Headers.Add(ProofHeaders.Dpop, proof.Compact);
        using var _ = await _http.SendAsync(request, cancellationToken);
    }

    private async Task<string> TokenOfPhoneAsync(CancellationToken cancellationToken) =>
        ((AttestationOutcome.Attested)await AttestAsync(owner, cancellationToken)).Token.Reveal();

    // The statement is the phone's own, about the phone's key; the proof is the sender's.
    private async Task<AttestationOutcome> AttestAsync(DpopKey prover, CancellationToken cancellationToken)
    {
        var challenge = await _attestation.GetChallengeAsync(prover, cancellationToken);
        var request = new ClientAttestationTokenRequest
        {
            ClientId = LabApp.ClientId,
            Challenge = challenge,
            Attestation = await lab.Devices["flagship"].AttestAsync(KeyName, challenge, cancellationToken),
        };
        return await _attestation.AttestAsync(request, prover, cancellationToken);
    }

    private async Task<string> ExchangeAsync(string cat, DpopKey prover, CancellationToken cancellationToken)
    {
        var endpoint = lab.Server.Metadata.TokenEndpoint;
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint)
        {
            Content = new FormUrlEncodedContent([
                new(TokenParameters.GrantType, GrantTypes.TokenExchange),
                new(TokenParameters.ClientId, LabApp.ClientId),
                new("subject_token", cat),
                new("subject_token_type", TokenTypes.Jwt),
            ]),
        };
        request.Headers.Add(ProofHeaders.Dpop, prover.Prove(HttpMethod.Post, new Uri(endpoint)).Compact);
        using var response = await _http.SendAsync(request, cancellationToken);
        var json = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        return json.TryGetProperty("access_token", out var token) ? token.GetString()! : "";
    }
}
