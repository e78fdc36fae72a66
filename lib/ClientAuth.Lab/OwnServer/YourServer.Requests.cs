using System.Globalization;
using ClientAuth.Client;
using ClientAuth.Lab.OwnServer.Mistakes;
using ClientAuth.Lab.OwnServer.Probing;
using ClientAuth.Protocol;
using ClientAuth.Visuals;

namespace ClientAuth.Lab.OwnServer;

/// <summary>The second step: requests in the name of clients, planned and agreed to by themselves, since discovery says where they go.</summary>
public sealed partial class YourServer
{
    private const string DiscoveryFirst = "where they would go is not known before discovery: agree to that first";

    private static readonly ClientSecret Sample = new(new string('s', 32));

    private Consent ToRequests => new("CredentialsTo", _probed!.Metadata.TokenEndpoint, IsForeign);

    /// <summary>What would be sent with credentials: for each client its address, its good requests and its mistakes.</summary>
    /// <param name="credentialsTo">The token endpoint's address, where the learner agrees; else empty.</param>
    /// <exception cref="Settings.OwnServerSettingsException">It is another address.</exception>
    public View PlanOfRequests(string credentialsTo)
    {
        if (_probed is not { Metadata: var metadata })
        {
            return Nothing(DiscoveryFirst);
        }

        var mistakes = CommonMistakes.Asked.ToLookup(mistake => mistake.ClientOf(Usable), mistake => mistake.Row);
        var refused = Usable.Sum(client => mistakes[client].Count());
        return new TableView(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Plan: {Usable.Count()} good requests and {refused} with a mistake"
            ),
            "Consent: "
                + ToRequests.Words(credentialsTo)
                + ". The requests with a mistake should be refused, and a server may lock a client or an address out for that: use clients "
                + "that are there for tests. Each run of the cells sends them again. Tokens are dropped, and none is used.",
            ["Client", "Method", "POST to", "Good", "Mistakes"],
            [
                .. _settings.Clients.Select(client =>
                    (IReadOnlyList<string>)
                        [
                            client.ClientId,
                            client.MethodName,
                            !Usable.Contains(client) ? "nothing: the method is not announced"
                            : client.HasCertificate
                                ? metadata.MtlsEndpointAliases?.TokenEndpoint ?? metadata.TokenEndpoint
                            : metadata.TokenEndpoint,
                            Usable.Contains(client) ? "1" : "0",
                            mistakes[client].Any() ? string.Join(", ", mistakes[client]) : "none",
                        ]
                ),
            ]
        );
    }

    /// <summary>Asks for one token with each client whose method the server announces, if the learner agrees.</summary>
    /// <param name="credentialsTo">The token endpoint's address, where the learner agrees; else empty.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <exception cref="Settings.OwnServerSettingsException">It is another address.</exception>
    public async Task<View> RequestTokensAsync(string credentialsTo, CancellationToken cancellationToken = default)
    {
        if (ReasonForSilence(credentialsTo) is { } reason)
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
                $"{_tokens.Values.OfType<ProbeAnswer.Issued>().Count()} of {_settings.Clients.Count} clients got one"
            ),
            ["Client", "Method", "Answer", "It says"],
            [
                .. _settings.Clients.Select(client =>
                    (IReadOnlyList<string>)
                        [client.ClientId, client.MethodName, Answer(client), Said(_tokens.GetValueOrDefault(client))]
                ),
            ]
        );
    }

    /// <summary>Sends one mistake, if the learner agrees and the client that can make it got a token with a good request.</summary>
    internal async Task<(ProbeAnswer Answer, ProbedClient? Client)> AskAsync(
        AskedMistake mistake,
        string credentialsTo,
        CancellationToken cancellationToken
    ) =>
        ReasonForSilence(credentialsTo) is { } reason ? (new ProbeAnswer.NotAsked(reason), null)
        : mistake.ClientOf(Usable) is not { } client
            ? (new ProbeAnswer.NotAsked($"no client of yours uses {string.Join(" or ", mistake.Methods)}"), null)
        : _tokens.GetValueOrDefault(client) is not ProbeAnswer.Issued
            ? (
                new ProbeAnswer.NotAsked(
                    $"{client.ClientId} got no token for a good request, so a refusal would say nothing"
                ),
                client
            )
        : (await _probed!.AskAsync(client, mistake.Make, cancellationToken), client);

    /// <summary>Sends one assertion with a mistake of the learner's own, if they agree, by the first client that signs.</summary>
    /// <param name="title">What was done, in a few words.</param>
    /// <param name="mistake">Changes a good assertion before it is signed.</param>
    /// <param name="credentialsTo">The token endpoint's address, where the learner agrees; else empty.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <exception cref="Settings.OwnServerSettingsException">It is another address.</exception>
    public async Task<View> TryAsync(
        string title,
        Func<ClientAssertionBuilder, ClientAssertionBuilder> mistake,
        string credentialsTo,
        CancellationToken cancellationToken = default
    )
    {
        var sample = ClientAssertionBuilder.For(
            "app",
            Issuer,
            new AssertionSigner.Hmac(Sample, "HS256"),
            _clock,
            "jti"
        );
        if (mistake(sample) is var made && made.ClaimsJson == sample.ClaimsJson && made.HeaderJson == sample.HeaderJson)
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
        var (answer, client) = await AskAsync(own, credentialsTo, cancellationToken);
        return answer is ProbeAnswer.NotAsked { Why: var why }
            ? Nothing(why)
            : new FactsView(title, ("Answer", $"{answer}"), ("Client", $"{client}"), ("It says", Said(answer)));
    }

    private string? ReasonForSilence(string credentialsTo) =>
        _probed is null ? DiscoveryFirst
        : ToRequests.IsGivenBy(credentialsTo) ? null
        : ToRequests.Words(credentialsTo);

    private string Answer(ProbedClient client) =>
        _tokens.GetValueOrDefault(client) switch
        {
            null => "not asked: not announced",
            ProbeAnswer.Issued => "✓ token",
            var other => $"✗ {other}",
        };

    private static string Said(ProbeAnswer? answer) =>
        answer switch
        {
            ProbeAnswer.Refused { Says: { } words } => words,
            ProbeAnswer.NoAnswer { Why: var why } => why,
            ProbeAnswer.NotAsked { Why: var why } => why,
            _ => "",
        };
}
