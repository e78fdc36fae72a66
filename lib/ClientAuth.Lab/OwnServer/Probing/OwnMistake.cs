using System.Text.Json;
using ClientAuth.Client;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.OwnServer.Probing;

/// <summary>A mistake that the learner makes up, tried on a sample before it is sent: what it changes in an assertion.</summary>
internal static class OwnMistake
{
    private static readonly ClientSecret Secret = new(new string('s', 32));

    /// <summary>The members that it changes with the values before and after, or that the signature is another; empty where it changes nothing.</summary>
    public static string Changes(
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
        return good == bad ? "" : Changes(DecodedJwt.Parse(good), DecodedJwt.Parse(bad));
    }

    private static string Changes(DecodedJwt good, DecodedJwt bad)
    {
        string[] members = [.. Members(good.Header, bad.Header), .. Members(good.Payload, bad.Payload)];
        return members is [] ? "the signature alone" : string.Join("; ", members);
    }

    private static IEnumerable<string> Members(JsonElement good, JsonElement bad) =>
        from name in good.EnumerateObject().Concat(bad.EnumerateObject()).Select(member => member.Name).Distinct()
        let before = Value(good, name)
        let after = Value(bad, name)
        where before != after
        select $"{name}: {before} → {after}";

    private static string Value(JsonElement members, string name) =>
        members.TryGetProperty(name, out var value) ? value.GetRawText() : "none";
}
