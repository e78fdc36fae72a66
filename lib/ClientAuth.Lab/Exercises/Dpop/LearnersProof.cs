using System.Net.Http.Headers;
using ClientAuth.Client;
using ClientAuth.Client.Dpop;
using ClientAuth.Lab.Testbeds;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Exercises.Dpop;

/// <summary>DPoP proofs that say of their request what a learner has them say, judged by an API.</summary>
internal static class LearnersProof
{
    private const string ClientId = "proving-app";

    /// <summary>Whether the lab's API answers one request of each kind that it knows.</summary>
    /// <param name="claims">The learner's: what a proof says of a method, an address and an access token.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    public static async Task<bool> AreAcceptedAsync(
        Func<string, string, string, Dictionary<string, string>> claims,
        CancellationToken cancellationToken
    )
    {
        await using var lab = await Testbed.StartAsync(
            new ClientMetadata { ClientId = ClientId, Scope = "read write" }
        );
        var (http, proofs) = (
            lab.CreateHttpClient(),
            new DpopKey(lab.Devices["flagship"].OpenKey("proofs"), lab.Clock)
        );
        var token = await TokenAsync(lab, http, proofs, cancellationToken);
        var resource = $"{lab.Server.Issuer}/resource";
        return await IsAcceptedAsync(HttpMethod.Get, $"{resource}?from=2026-01-01&to=2026-02-01")
            && await IsAcceptedAsync(HttpMethod.Post, resource);

        async Task<bool> IsAcceptedAsync(HttpMethod method, string address)
        {
            var proof = proofs.Proof(method, new Uri(address)).WithoutClaim("htm").WithoutClaim("htu");
            foreach (var (name, value) in claims(method.Method, address, token))
            {
                proof = proof.WithClaim(name, value);
            }

            using var request = new HttpRequestMessage(method, address);
            request.Headers.Authorization = new AuthenticationHeaderValue(ProofHeaders.Dpop, token);
            request.Headers.Add(ProofHeaders.Dpop, proof.Build().Compact);
            using var response = await http.SendAsync(request, cancellationToken);
            return response.IsSuccessStatusCode;
        }
    }

    private static async Task<string> TokenAsync(
        Testbed lab,
        HttpClient http,
        DpopKey key,
        CancellationToken cancellationToken
    )
    {
        var method = RegisteredMethod.Of(lab.Client(ClientId));
        var client = new TokenClient(http, lab.Server.Metadata, ClientId, method, lab.Clock) { BindingKey = key };
        var outcome = await client.RequestTokenAsync("read write", cancellationToken);
        return ((TokenOutcome.Issued)outcome).Response.AccessToken;
    }
}
