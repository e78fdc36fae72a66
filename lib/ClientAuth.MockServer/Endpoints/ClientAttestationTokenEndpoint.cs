using ClientAuth.MockServer.Dpop;
using ClientAuth.MockServer.Jwt;
using ClientAuth.MockServer.Platforms;
using ClientAuth.MockServer.Platforms.Apple;
using ClientAuth.MockServer.Platforms.Evidence;
using ClientAuth.MockServer.Tokens;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.MockServer.Endpoints;

/// <summary>
/// Where a device attests itself: which client, proof of its key, challenge, then what its platform says. The challenge is spent
/// last and together with the proof, so that a refused request leaves both unspent.
/// </summary>
internal sealed class ClientAttestationTokenEndpoint(
    KnownApps apps,
    DpopProofChecks proofs,
    DeviceChallenges challenges,
    PlatformChecks platforms,
    SingleUseChecks singleUse,
    KnownAppKeys keys,
    ClientAttestationTokens tokens
) : Endpoint
{
    public override async Task<RecordedResponse> RespondAsync(EndpointCall call, CancellationToken cancellationToken)
    {
        var attested = await call.Phases.MeasureAsync(PhaseNames.Authenticate, () => DecideAsync(call));
        return attested is null
            ? ClientAttestationTokenRefusal.Of(call.Trace.Broken!, challenges)
            : call.Phases.Measure(PhaseNames.IssueToken, () => Issue(attested)).Unstored();
    }

    private async ValueTask<Attested?> DecideAsync(EndpointCall call)
    {
        var trace = call.Trace;
        if (
            DeviceRequestBody.Read(call.Incoming, trace) is not { } request
            || apps.Find(request.ClientId, trace) is not { } app
            || proofs.Check(call.Incoming, trace) is not { } proof
            || await challenges.CheckAsync(request.Challenge, trace) is not { } challenge
        )
        {
            return null;
        }

        var evidence = new DeviceEvidence(app, request.Attestation, request.Challenge, proof.KeyThumbprint);
        // Remembered behind the spending: of two assertions with one count that have both come this far, one is refused after all.
        return
            await platforms.CheckAsync(evidence, trace) is { } verified
            && await singleUse.SpendAsync(trace, proof.Use, challenge)
            && await keys.RememberAsync(verified.KeyUse, trace)
            ? new Attested(app.ClientId, proof.KeyThumbprint)
            : null;
    }

    private RecordedResponse Issue(Attested attested) =>
        JsonResponse.Of(
            200,
            tokens.Issue(attested.ClientId, attested.KeyThumbprint),
            ProtocolJson.Default.ClientAttestationTokenResponse
        );

    private sealed record Attested(string ClientId, string KeyThumbprint);
}
