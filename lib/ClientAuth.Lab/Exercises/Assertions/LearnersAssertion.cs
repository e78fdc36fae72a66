using System.Net;
using System.Text;
using ClientAuth.Client;
using ClientAuth.Credentials.Clients;
using ClientAuth.Lab.Attacks;
using ClientAuth.Lab.Testbeds;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Exercises.Assertions;

/// <summary>An assertion that a learner has completed, judged by a server.</summary>
internal static class LearnersAssertion
{
    private const int Assertions = 3;

    /// <summary>Whether one server issues a token for each of three assertions; client, key and assertion are new each time.</summary>
    /// <param name="method">How the clients authenticate.</param>
    /// <param name="algorithm">What they sign with.</param>
    /// <param name="sign">The learner's: from the client and the signing input to the third segment.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    public static async Task<RuleFinding> AreSignedAsync(
        string method,
        string algorithm,
        Func<ProvisionedClient, string, string> sign,
        CancellationToken cancellationToken
    )
    {
        string[] ids = [.. Enumerable.Range(0, Assertions).Select(_ => $"client-{Guid.NewGuid():N}")];
        await using var lab = await Testbed.StartAsync([
            .. ids.Select(id => new ClientMetadata
            {
                ClientId = id,
                TokenEndpointAuthMethod = method,
                TokenEndpointAuthSigningAlg = algorithm,
            }),
        ]);
        foreach (var id in ids)
        {
            var client = lab.Client(id);
            var signer = client.PrivateKey is { } key
                ? AssertionSigner.ForKey(key, algorithm)
                : new AssertionSigner.Hmac(client.Secret!, algorithm);
            var unsigned = TokenRequests.Draft(lab, id, signer).Build();
            var input = Encoding.ASCII.GetString(unsigned.SigningInput);
            if (!await IsAcceptedAsync(lab, $"{input}.{sign(client, input)}", cancellationToken))
            {
                return RuleFinding.Broken(
                    "a token",
                    $"refused at {lab.LastExchange.Trace.Failure?.Check}, for the signing input {input}"
                );
            }
        }

        return RuleFinding.Kept;
    }

    /// <summary>Whether the lab's server issues a token for it.</summary>
    public static async Task<bool> IsAcceptedAsync(Testbed lab, string compact, CancellationToken cancellationToken)
    {
        using var form = new FormUrlEncodedContent([
            new(TokenParameters.GrantType, GrantTypes.ClientCredentials),
            new(TokenParameters.ClientAssertionType, ClientAssertionTypes.JwtBearer),
            new(TokenParameters.ClientAssertion, compact),
        ]);
        using var response = await lab.CreateHttpClient()
            .PostAsync(lab.Server.Metadata.TokenEndpoint, form, cancellationToken);
        return response.StatusCode == HttpStatusCode.OK;
    }
}
