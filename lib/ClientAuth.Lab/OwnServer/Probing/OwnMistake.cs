using ClientAuth.Client;
using ClientAuth.Protocol;
using ClientAuth.Visuals;

namespace ClientAuth.Lab.OwnServer.Probing;

/// <summary>A mistake that the learner makes up, tried on a sample before it is sent: what it changes in an assertion.</summary>
internal static class OwnMistake
{
    private static readonly ClientSecret Secret = new(new string('s', 32));

    /// <summary>What it changes, in one line; null where it changes nothing.</summary>
    public static string? Changes(
        Func<ClientAssertionBuilder, ClientAssertionBuilder> mistake,
        string issuer,
        TimeProvider clock
    )
    {
        var sample = ClientAssertionBuilder.For(
            "app",
            issuer,
            new AssertionSigner.Hmac(Secret, SignatureAlgorithms.HS256),
            clock,
            "jti"
        );
        var (good, bad) = (sample.Build().Compact, mistake(sample).Build().Compact);
        // An HMAC is the same each time, so that another key shows as well.
        return good == bad ? null : DifferenceView.Of(DecodedJwt.Parse(good), DecodedJwt.Parse(bad)).InOneLine;
    }
}
