using System.Globalization;
using ClientAuth.Client;
using ClientAuth.Lab.OwnServer.Mistakes;
using ClientAuth.Lab.OwnServer.Probing;
using ClientAuth.Protocol;
using ClientAuth.Visuals;

namespace ClientAuth.Lab.OwnServer;

/// <summary>The second step: requests in the name of clients.</summary>
public sealed partial class YourServer
{
    /// <summary>Asks for one token with each client whose method the server announces, if the learner agrees.</summary>
    /// <param name="requestsTo">The token endpoint's address, where the learner agrees; else empty.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <exception cref="Settings.OwnServerSettingsException">It is another address.</exception>
    public async Task<View> RequestTokensAsync(string requestsTo, CancellationToken cancellationToken = default)
    {
        if (ReasonForSilence(requestsTo) is { } reason)
        {
            return Nothing(reason);
        }

        _tokens.Clear();
        foreach (var client in Usable)
        {
            _tokens[client] = await _probed!.AskAsync(client, cancellationToken);
        }

        return new TableView(
            "A token with each method",
            string.Create(
                CultureInfo.InvariantCulture,
                $"{_tokens.Values.OfType<ProbeResponse.Issued>().Count()} of {_settings.Clients.Count} clients got a token"
            ),
            ["Client", "Method", "Answer", "The server says"],
            [
                .. _settings.Clients.Select(client =>
                    (IReadOnlyList<string>)
                        [client.ClientId, client.MethodName, Answer(client), Said(_tokens.GetValueOrDefault(client))]
                ),
            ]
        );
    }

    /// <summary>Sends one mistake, if the learner agrees and the client that can make it got a token with a good request.</summary>
    internal async Task<(ProbeResponse Answer, ProbedClient? Client)> AskAsync(
        AskedMistake mistake,
        string requestsTo,
        CancellationToken cancellationToken
    ) =>
        ReasonForSilence(requestsTo) is { } reason ? (new ProbeResponse.NotAsked(reason), null)
        : mistake.ClientOf(Usable) is not { } client
            ? (new ProbeResponse.NotAsked($"no client of yours uses {string.Join(" or ", mistake.Methods)}"), null)
        : _tokens.GetValueOrDefault(client) is not ProbeResponse.Issued
            ? (
                new ProbeResponse.NotAsked(
                    $"{client.ClientId} got no token for a good request, so a refusal of a mistake would prove nothing"
                ),
                client
            )
        : (await _probed!.AskAsync(client, mistake.Make, cancellationToken), client);

    /// <summary>Sends one assertion with a mistake of the learner's own, if they agree, by the first client that signs.</summary>
    /// <param name="title">What was done, in a few words.</param>
    /// <param name="mistake">Changes a good assertion before it is signed.</param>
    /// <param name="requestsTo">The token endpoint's address, where the learner agrees; else empty.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <exception cref="Settings.OwnServerSettingsException">It is another address.</exception>
    public async Task<View> TryAsync(
        string title,
        Func<ClientAssertionBuilder, ClientAssertionBuilder> mistake,
        string requestsTo,
        CancellationToken cancellationToken = default
    )
    {
        if (OwnMistake.Changes(mistake, Issuer, _clock) is not { } changes)
        {
            return Nothing("your function changes nothing yet");
        }

        var own = new AskedMistake(
            Row: 0,
            title,
            [TokenEndpointAuthMethods.PrivateKeyJwt, TokenEndpointAuthMethods.ClientSecretJwt],
            Otherwise: "",
            good => ProbeRequest.Of(good.WithAssertion(mistake))
        );
        var (response, client) = await AskAsync(own, requestsTo, cancellationToken);
        return response is ProbeResponse.NotAsked { Why: var why }
            ? Nothing(why)
            : new FactsView(
                title,
                ("Answer", $"{response}"),
                ("Client", $"{client}"),
                ("What your function changes", changes),
                ("The server says", Said(response))
            );
    }

    private string Answer(ProbedClient client) =>
        _tokens.GetValueOrDefault(client) switch
        {
            null => "not asked: not announced",
            ProbeResponse.Issued => "✓ token",
            var other => $"✗ {other}",
        };

    private static string Said(ProbeResponse? response) =>
        response switch
        {
            ProbeResponse.Refused { Says: { } words } => words,
            ProbeResponse.NoResponse { Why: var why } => why,
            ProbeResponse.NotAsked { Why: var why } => why,
            _ => "",
        };
}
