using ClientAuth.FailureCases.Changes;
using ClientAuth.FailureCases.Fixtures;
using ClientAuth.FailureCases.Keys;
using ClientAuth.FailureCases.Requests;
using ClientAuth.FailureCases.Running;
using ClientAuth.FailureCases.Tester.Clients;
using ClientAuth.FailureCases.Tester.Verdicts;
using ClientAuth.FailureCases.Values;
using ClientAuth.FailureCases.Wire;
using ClientAuth.MockServer.Options;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Authorization;

namespace ClientAuth.FailureCases.Tester.Running;

/// <summary>The server that is tested, as the clients of the clients file reach it: it builds their requests and sends them.</summary>
/// <param name="clients">The clients file.</param>
/// <param name="metadata">What the server says about itself.</param>
/// <param name="connection">The way to it.</param>
/// <param name="clock">The machine's clock.</param>
internal sealed class TestedServer(
    TestedClients clients,
    AuthorizationServerMetadata metadata,
    ServerConnection connection,
    TimeProvider clock
)
{
    // Of RFC 7636 Appendix B. No code is ever redeemed.
    private const string PkceChallenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    public CaseFixture Fixture => clients.Fixture;

    public ServerConnection Connection => connection;

    /// <summary>What placeholders stand for in a whole case.</summary>
    public Placeholders ValuesOfCase(CaseKeys keys, RequestTrap trap) =>
        CaseValues.Of(Fixture, keys, clock, host: null, metadata, trap);

    /// <summary>Builds a request, sends it as often as it says, and gives the answers. Where the server asks for a pause, it is built and sent once more.</summary>
    /// <param name="plan">What to send.</param>
    /// <param name="keys">The keys of the case.</param>
    /// <param name="caseValues">What placeholders stand for in the whole case; the results are added under the plan's name.</param>
    /// <param name="isFirst">Whether no request before it had the case's credential: then it has another one if it is sent once more.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <exception cref="UnusableCaseException">It cannot be made with these clients.</exception>
    /// <exception cref="NotAnsweredException">The server gave no answer, or had no time.</exception>
    public async Task<SentRequest> SendAsync(
        RequestPlan plan,
        CaseKeys keys,
        Placeholders caseValues,
        bool isFirst,
        CancellationToken cancellationToken
    )
    {
        var (sent, outcomes) = await TrySendAsync(plan, keys, caseValues, cancellationToken);
        if (WantsNonce(plan, sent) || await connection.PauseAsync(outcomes, cancellationToken))
        {
            if (isFirst)
            {
                // The refused one may count as used already.
                caseValues.Set("case_jti", Guid.NewGuid().ToString());
            }

            (sent, outcomes) = await TrySendAsync(plan, keys, caseValues, cancellationToken);
        }

        // What was accepted counts, whatever became of the others.
        return sent.Difference is not { Verdict: ServerVerdict.Accepted } && outcomes.Any(ServerConnection.IsOverload)
            ? throw new NotAnsweredException("the server had no time for it, 429 or 503; ask more slowly with --rate")
            : sent;
    }

    // A server may give its nonce in the refusal of a proof that has none (RFC 9449 §8).
    private static bool WantsNonce(RequestPlan plan, SentRequest sent) =>
        sent.Answers is [{ Error: OAuthErrors.UseDpopNonce }] && plan.Expect.Error != OAuthErrors.UseDpopNonce;

    private async Task<(SentRequest Sent, IReadOnlyList<WireOutcome> Outcomes)> TrySendAsync(
        RequestPlan plan,
        CaseKeys keys,
        Placeholders caseValues,
        CancellationToken cancellationToken
    )
    {
        var other = OtherOf(plan.Client);
        var values = CaseValues.For(plan.Client, other, caseValues, plan.SameCredential);
        CaseValues.SetTime(values, clock.GetUtcNow());
        SetAudience(values, plan.Client);
        await AddFreshValuesAsync(plan, values, cancellationToken);
        using var devices = new CaseDevices(Fixture, clock);
        using var draft = new RequestDraft(Fixture, keys, devices, plan.Client, other, values);
        Fill(draft, plan);
        var address = EndpointAddresses.Of(metadata, plan.Endpoint, draft.AtCertificateEndpoint, values);
        var request = RequestRendering.Render(draft, address);
        var outcomes = await SendAsync(draft, request, cancellationToken);
        if (plan.As is { } name)
        {
            CaseValues.Add(caseValues, name, draft, request, (outcomes[0] as WireOutcome.Responded)?.Response);
        }

        var judge = new ServerJudge(plan.Expect, values)
        {
            TriedAuthorizationHeader = draft.TriesAuthorizationHeader,
            MayEndInHandshake = plan.Changes.Any(change =>
                change
                    is CertificateChange
                        or PresentChange
                        {
                            Method: TokenEndpointAuthMethods.TlsClientAuth
                                or TokenEndpointAuthMethods.SelfSignedTlsClientAuth
                        }
            ),
        };
        IReadOnlyList<Answer> answers = [.. outcomes.Select(outcome => Answer.Of(outcome, plan.Endpoint))];
        return (new SentRequest(answers, judge.Judge(answers)), outcomes);
    }

    private void Fill(RequestDraft draft, RequestPlan plan)
    {
        GoodRequest.Fill(draft, plan.Endpoint);
        if (plan.Endpoint == EndpointNames.Token && clients.Scope is { } scope)
        {
            draft.SetParameter(TokenParameters.Scope, scope);
        }

        if (
            plan.Endpoint == EndpointNames.PushedAuthorizationRequest
            && plan.Client.Registration.RedirectUris is [var redirect, ..]
        )
        {
            draft.SetParameter(AuthorizationParameters.RedirectUri, redirect);
            // Some servers demand PKCE of everybody (RFC 9700 §2.1.1); the others ignore what they do not know.
            draft.SetParameter("code_challenge", PkceChallenge);
            draft.SetParameter("code_challenge_method", "S256");
        }

        foreach (var change in plan.Changes)
        {
            change.Apply(draft);
        }
    }

    // Where the server takes its token endpoint's address alone, that is what a good assertion is for.
    private void SetAudience(Placeholders values, CaseClient client)
    {
        if (client.Audience is null && clients.AudiencePolicy == AudiencePolicy.TokenEndpointOnly)
        {
            values.Set("audience", metadata.TokenEndpoint);
        }
    }

    private async Task AddFreshValuesAsync(RequestPlan plan, Placeholders values, CancellationToken cancellationToken)
    {
        if (!FreshValues.AreNeeded(plan))
        {
            return;
        }

        if (metadata.ChallengeEndpoint is not null)
        {
            await FreshValues.AddToAsync(values, connection.SendAsync, metadata, cancellationToken);
        }

        if (connection.DpopNonce is { } nonce)
        {
            values.Set("dpop_nonce", nonce);
        }
    }

    private async Task<IReadOnlyList<WireOutcome>> SendAsync(
        RequestDraft draft,
        WireRequest request,
        CancellationToken cancellationToken
    )
    {
        if (draft.InParallel)
        {
            return await connection.SendAtOnceAsync(request, draft.Attempts, cancellationToken);
        }

        var outcomes = new List<WireOutcome>();
        while (outcomes.Count < draft.Attempts)
        {
            outcomes.Add(await connection.SendAsync(request, cancellationToken));
        }

        return outcomes;
    }

    // A case that needs the other client is not run without one. The others need something in its place.
    private CaseClient OtherOf(CaseClient client)
    {
        if (!Fixture.Clients.HasOther(client.Method))
        {
            return new CaseClient(new ClientMetadata { ClientId = "nobody", TokenEndpointAuthMethod = client.Method });
        }

        var other = Fixture.Clients.OtherOf(client.Method);
        return other.Id == client.Id ? Fixture.Clients.Of(client.Method) : other;
    }
}

/// <summary>A request that was sent.</summary>
/// <param name="Answers">One, or several where it was sent several times.</param>
/// <param name="Difference">What is other than expected; null where nothing is.</param>
internal sealed record SentRequest(IReadOnlyList<Answer> Answers, Difference? Difference);
