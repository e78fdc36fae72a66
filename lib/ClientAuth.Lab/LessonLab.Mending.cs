using System.Text.Json.Nodes;
using ClientAuth.Lab.Exercises;
using ClientAuth.Visuals;

namespace ClientAuth.Lab;

/// <summary>A broken app to mend, from what the server's log says of its requests.</summary>
public sealed partial class LessonLab
{
    /// <summary>Lets the broken app ask for a token, its claims mended, and shows the refusal or all checks that passed.</summary>
    /// <param name="mend">Changes the claims; takes them, the issuer and the app's client id.</param>
    public async Task<View> SendMendedAsync(Action<JsonObject, string, string> mend)
    {
        var exchange = await BrokenApp.SendAsync(this, BrokenApp.ClientId, mend, CancellationToken.None);
        return exchange.Trace.Failure is null
            ? new DecisionTraceView(exchange.Trace, "A token for the broken app")
            : new RefusalView(exchange, "The broken app is refused");
    }
}
