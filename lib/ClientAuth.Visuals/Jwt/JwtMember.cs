using System.Text.Json;

namespace ClientAuth.Visuals.Jwt;

/// <summary>One header parameter or claim as a row: its value for reading, and its registered meaning where it has one.</summary>
internal sealed record JwtMember(string Name, string Value, string Meaning, string Specification)
{
    private const string Unregistered = "not a name this lesson knows";

    public static IEnumerable<JwtMember> OfHeader(JsonElement header) =>
        header.EnumerateObject().Select(member => Read(member, RegisteredName.OfHeader, times: []));

    public static IEnumerable<JwtMember> OfClaims(JsonElement claims) =>
        claims.EnumerateObject().Select(member => Read(member, RegisteredName.OfClaim, RegisteredName.Times));

    private static JwtMember Read(
        JsonProperty member,
        Func<string, RegisteredName?> lookUp,
        IReadOnlyList<string> times
    )
    {
        var registered = lookUp(member.Name);
        return new JwtMember(
            member.Name,
            times.Contains(member.Name) ? NumericDate.Show(member.Value) : member.Value.GetRawText(),
            registered?.Meaning ?? Unregistered,
            registered?.Specification ?? ""
        );
    }
}
