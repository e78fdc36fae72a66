using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Options;
using ClientAuth.MockServer.Platforms.Android;
using ClientAuth.MockServer.Platforms.Apple;
using ClientAuth.MockServer.Platforms.Evidence;
using ClientAuth.Protocol.Attestation;

namespace ClientAuth.MockServer.Platforms;

/// <summary>Verifies evidence by the rules of the platform that it comes from.</summary>
internal sealed class PlatformChecks(
    AndroidKeyChecks androidKey,
    AppAttestChecks appAttest,
    AppAssertionChecks assertion
)
{
    /// <summary>Null where a check failed.</summary>
    public async ValueTask<VerifiedEvidence?> CheckAsync(DeviceEvidence evidence, CheckTrace trace)
    {
        if (!CheckFormat(evidence, trace))
        {
            return null;
        }

        return evidence switch
        {
            { App.Android: { } app, Attestation.Format: AttestationFormats.AndroidKey } => androidKey.Check(
                evidence,
                app,
                trace
            ),
            { App.Apple: { } app, Attestation.Assertion: not null } => await assertion.CheckAsync(evidence, app, trace),
            { App.Apple: { } app } => appAttest.Check(evidence, app, trace),
            _ => null,
        };
    }

    private static bool CheckFormat(DeviceEvidence evidence, CheckTrace trace)
    {
        var format = evidence.Attestation.Format;
        var formats = Formats(evidence.App).ToList();
        return trace.Check(
            Rules.DeviceFormat,
            formats.Contains(format),
            string.Join(" or ", formats),
            Quote.Sent(format)
        );
    }

    private static IEnumerable<string> Formats(AttestedApp app)
    {
        if (app.Android is not null)
        {
            yield return AttestationFormats.AndroidKey;
        }

        if (app.Apple is not null)
        {
            yield return AttestationFormats.AppleAppAttest;
        }
    }
}
