using ClientAuth.MockServer.Checks;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Assertions;

/// <summary>The server understands no extension, <c>b64</c> (RFC 7797) included, so none may be critical (RFC 7515 §4.1.11).</summary>
internal static class CriticalExtensions
{
    private static readonly string[] Names = ["crit", "b64"];

    public static bool Check(DecodedJwt jwt, Rule rule, CheckTrace trace)
    {
        var present = Names.Where(name => jwt.Header.TryGetProperty(name, out _)).ToList();
        return trace.Check(
            rule,
            present is [],
            "neither crit nor b64",
            present is [] ? "neither crit nor b64" : string.Join(", ", present)
        );
    }
}
