using System.Collections.Concurrent;
using System.Diagnostics;
using System.Security.Cryptography;
using ClientAuth.Client;
using ClientAuth.Client.Connections;
using ClientAuth.Client.Dpop;
using ClientAuth.Lab.Expectations;
using ClientAuth.Lab.Networks;
using ClientAuth.Lab.Testbeds;
using ClientAuth.Protocol.Recording;
using ClientAuth.Visuals.Timelines;

namespace ClientAuth.Lab.Measuring;

/// <summary>Asks for tokens as a <see cref="ClientVariant"/> says, over a slow network; one that finds an open connection finds the same each time.</summary>
/// <param name="variant">How, with its method: what <see cref="ClientVariant.By"/> gave.</param>
/// <param name="network">What the request that is measured goes over.</param>
/// <param name="testbed">Whose server is asked. Its clock stamps proofs, and runs the wait for a slow key.</param>
internal sealed class VariantRun(ClientVariant variant, SlowNetwork network, Testbed testbed) : IDisposable
{
    private readonly ConcurrentQueue<RecordedPhase> _phases = [];
    private HttpClient? _http;

    public void Dispose() => _http?.Dispose();

    /// <exception cref="LessonExpectationException">The server refused: what was to be measured did not happen.</exception>
    public async Task<RoundTripTrial> RunAsync(CancellationToken cancellationToken)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var dpop = variant.Proof == ProofUse.None ? null : new DpopKey(key, testbed.Clock);
        var http = await PrepareAsync(dpop, cancellationToken);
        var asks = ClientFor(variant with { Method = WithSlowKey() }, http, dpop);
        var early = variant.SignsEarly ? asks.Prepare() : null;
        _phases.Clear();

        var (before, started) = (network.RoundTrips, Stopwatch.GetElapsedTime(0));
        var outcome = early is null
            ? await asks.RequestTokenAsync(scope: null, cancellationToken)
            : await asks.SendAsync(early, cancellationToken);
        var ended = Stopwatch.GetElapsedTime(0);
        return outcome is TokenOutcome.Issued
            ? new RoundTripTrial(variant.Label, network.RoundTrips - before, InARow(started, ended))
            : throw new LessonExpectationException(
                $"'{variant.Label}' was to be measured, but the server did not issue a token: {outcome}."
            );
    }

    // What the variant finds is there before its wait begins. What need not cross the slow network goes straight.
    private async Task<HttpClient> PrepareAsync(DpopKey? dpop, CancellationToken cancellationToken)
    {
        if (variant.Proof == ProofUse.NonceKnown || variant.Connection == ConnectionUse.Resumed)
        {
            using var straight = Connect(through: null);
            await AskAsync(straight, variant.Proof == ProofUse.NonceKnown ? dpop : null, cancellationToken);
        }

        if (variant.Connection == ConnectionUse.Open && _http is not null)
        {
            return _http;
        }

        _http?.Dispose();
        _http = Connect(network);
        if (variant.Connection == ConnectionUse.Open)
        {
            await AskAsync(_http, dpop: null, cancellationToken);
        }

        return _http;
    }

    private HttpClient Connect(SlowNetwork? through) =>
        TokenHttp.Create(
            testbed.Trust,
            variant.Method,
            testbed.Clock,
            _phases.Enqueue,
            new HandshakeOptions
            {
                Protocols = variant.Protocols,
                AllowResumption = variant.Connection == ConnectionUse.Resumed,
                OpenConnection = through is null ? null : through.ConnectAsync,
            }
        );

    private Task<TokenOutcome> AskAsync(HttpClient http, DpopKey? dpop, CancellationToken cancellationToken) =>
        ClientFor(variant, http, dpop).RequestTokenAsync(scope: null, cancellationToken);

    private TokenClient ClientFor(ClientVariant one, HttpClient http, DpopKey? dpop)
    {
        var client = new TokenClient(http, testbed.Server.Metadata, one.ClientId, one.Method!, testbed.Clock)
        {
            OnPhase = _phases.Enqueue,
        };
        return dpop is null ? client : client.BoundTo(dpop);
    }

    // A device's key store blocks its caller until it has signed, and so does this.
    private ClientAuthenticationMethodConfiguration? WithSlowKey() =>
        variant.KeyTakes > TimeSpan.Zero && variant.Method is ClientAuthenticationMethodConfiguration.SignedJwt jwt
            ? jwt with
            {
                Alter = assertion =>
                {
                    Task.Delay(variant.KeyTakes, testbed.Clock).Wait();
                    return assertion;
                },
            }
            : variant.Method;

    // What the client did itself was noted; from there to what it did next, the request and its response were on their way.
    private IReadOnlyList<RecordedPhase> InARow(TimeSpan started, TimeSpan ended)
    {
        var own = _phases.OrderBy(phase => phase.Started).ToList();
        var builds = own.Where(phase => phase.Name == PhaseNames.BuildCredential).Select(phase => phase.Started!.Value);
        List<TimeSpan> ends = [.. builds.Where(build => own[0].Started < build), ended];
        List<RecordedPhase> all = [];
        foreach (var end in ends)
        {
            var since = all.Count == 0 ? started : all[^1].Started!.Value + all[^1].Duration;
            List<RecordedPhase> before = [.. own.Where(phase => since <= phase.Started && phase.Started < end)];
            var left = before.Select(phase => phase.Started!.Value + phase.Duration).Append(since).Max();
            all.AddRange(before);
            all.Add(new RecordedPhase(RoundTripTrial.RequestAndResponse, end - left) { Started = left });
        }

        return [.. all.Select(phase => phase with { Started = phase.Started - started })];
    }
}
