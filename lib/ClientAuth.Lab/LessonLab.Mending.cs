using System.Security.Cryptography;
using System.Text.Json.Nodes;
using ClientAuth.Devices.Android;
using ClientAuth.Lab.Exercises;
using ClientAuth.Protocol.Recording;
using ClientAuth.Visuals;
using Deployed = (
    ClientAuth.Protocol.ClientMetadata Registered,
    ClientAuth.Client.ClientAuthenticationMethodConfiguration App
);

namespace ClientAuth.Lab;

/// <summary>What learners mend or forge, tried on a server: what its log says of the request.</summary>
public sealed partial class LessonLab
{
    /// <summary>Lets the broken app ask for a token, its claims mended, and shows the refusal or all checks that passed.</summary>
    /// <param name="mend">Changes the claims; takes them, the issuer and the app's client id.</param>
    public async Task<View> SendMendedAsync(Action<JsonObject, string, string> mend) =>
        Shown(
            await BrokenApp.SendAsync(this, BrokenApp.ClientId, mend, CancellationToken.None),
            "A token for the broken app",
            "The broken app is refused"
        );

    /// <summary>Lets an install ask for a token at a server that it is registered at, and shows the refusal or all checks that passed.</summary>
    /// <param name="deploy">From the install's key to its registration, and to how the app authenticates.</param>
    public async Task<View> SendDeployedAsync(Func<ECDsa, Deployed> deploy)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return Shown(
            await CourierApp.SendAsync(deploy(key), CancellationToken.None),
            "A token for the install",
            "The install is refused"
        );
    }

    /// <summary>Sends what an emulator is made to say to a server that trusts its root, and shows the refusal or all checks that passed.</summary>
    /// <param name="lie">From what the emulator would say to what it is made to say.</param>
    public async Task<View> SendLieAsync(Func<KeyDescription, KeyDescription> lie) =>
        Shown(
            await LyingEmulator.SendAsync(lie, CancellationToken.None),
            "A token for the emulator",
            "The emulator is refused"
        );

    private static View Shown(RecordedExchange exchange, string issued, string refused) =>
        exchange.Trace.Failure is null
            ? new DecisionTraceView(exchange.Trace, issued)
            : new RefusalView(exchange, refused);
}
