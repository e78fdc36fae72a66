using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Composition;
using ClientAuth.MockServer.Exchanges;
using ClientAuth.MockServer.Hosting;
using ClientAuth.MockServer.Options;
using ClientAuth.MockServer.Standalone.Arguments;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.MockServer.Standalone;

/// <summary>
/// Says on the console which option of the program would allow what the server has refused. The client itself is told no more than a
/// production server tells it.
/// </summary>
internal sealed class RefusalHints(
    TextWriter console,
    AuthorizationServerOptions options,
    AuthorizationServerMetadata metadata
)
{
    /// <summary>What allows a <c>jwks_uri</c>.</summary>
    public const string ForOrigins = $"{PolicySyntax.JwksUriOriginOption} allows an origin.";

    // A client that tries again and again must not fill the console, or a pipe that nobody reads.
    private const int MostLines = 20;

    private readonly HashSet<string> _said = new(StringComparer.Ordinal);

    /// <summary>Looks at every exchange until <paramref name="stop"/> is cancelled.</summary>
    public async Task WatchAsync(RecordedExchanges exchanges, CancellationToken stop)
    {
        var last = 0;
        do
        {
            // Asked for before the look at what is there, so that nothing comes between.
            var next = exchanges.NextAsync(stop);
            last = SayThoseAfter(last, exchanges);
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        } while (!stop.IsCancellationRequested);

        SayThoseAfter(last, exchanges);
    }

    private int SayThoseAfter(int last, RecordedExchanges exchanges)
    {
        foreach (var exchange in exchanges.Snapshot().Where(exchange => exchange.Number > last))
        {
            last = exchange.Number;
            Say(exchange);
        }

        return last;
    }

    private void Say(RecordedExchange exchange)
    {
        if (exchange.Trace.Failure is not { } failure || HintFor(failure) is not { } hint || _said.Count == MostLines)
        {
            return;
        }

        var line = $"refused: {failure.Check}: expected {failure.Expected}, got {failure.Seen}. {hint}";
        if (!_said.Add(line))
        {
            return;
        }

        try
        {
            console.WriteLine(line);
            if (_said.Count == MostLines)
            {
                console.WriteLine("Further refusals are not shown here.");
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { } // A console that is gone is no reason to end.
    }

    private string? HintFor(Decision failure) =>
        failure.Check switch
        {
            _ when failure.Check == Rules.Aud.Name => AudienceHint(failure.Seen),
            _ when failure.Check == Rules.Lifetime.Name || failure.Check == Rules.Iat.Name =>
                $"{PolicySyntax.AssertionLifetimeOption} allows a longer life, {PolicySyntax.ClockSkewOption} a client whose clock is wrong.",
            _ when failure.Check == Rules.Exp.Name || failure.Check == Rules.Nbf.Name =>
                $"{PolicySyntax.ClockSkewOption} allows a client whose clock is wrong.",
            _ when failure.Check == Rules.SharedState.Name => "Nothing was accepted; clients got 503.",
            _ when failure.Check == Rules.RegisteredJwksUri.Name => ForOrigins,
            _ when failure.Check == Rules.TemplateKnown.Name =>
                $"{PolicySyntax.SoftwareIdsOption} allows one that names no template.",
            _ => null,
        };

    // Only where it would help: no policy allows the address of another server, or two values.
    private string? AudienceHint(string seen)
    {
        string[] audiences =
        [
            metadata.Issuer,
            metadata.TokenEndpoint,
            metadata.MtlsEndpointAliases!.TokenEndpoint,
            .. AuthenticationComposition.TokenEndpointsByOtherNames(
                metadata,
                new ServerNames(options.ServerCertificate, options.HostName)
            ),
        ];
        return
            options.Assertions.AudiencePolicy != AudiencePolicy.Legacy
            && audiences.Any(audience => seen.Trim('[', ']', ' ') == $"\"{audience}\"")
            ? $"{AudiencePolicies.Option} {AudiencePolicies.Legacy} allows the issuer and the URL of the token endpoint."
            : null;
    }
}
