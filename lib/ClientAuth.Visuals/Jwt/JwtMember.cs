using System.Text.Json;

namespace ClientAuth.Visuals.Jwt;

/// <summary>One header parameter or claim as a row: its value for reading, and its registered meaning where it has one.</summary>
internal sealed record JwtMember(string Name, string Value, string Meaning, string Specification)
{
    private const string Unregistered = "not a name this lesson knows";

    public static IEnumerable<JwtMember> OfHeader(JsonElement header) =>
        header.EnumerateObject().Select(member => Read(member, RegisteredName.OfHeader(member.Name), isTime: false));

    public static IEnumerable<JwtMember> OfClaims(JsonElement claims) =>
        claims
            .EnumerateObject()
            .Select(member =>
                Read(member, RegisteredName.OfClaim(member.Name), RegisteredName.Times.Contains(member.Name))
            );

    private static JwtMember Read(JsonProperty member, RegisteredName? registered, bool isTime) =>
        new(
            member.Name,
            isTime ? NumericDate.Show(member.Value) : member.Value.GetRawText(),
            registered?.Meaning ?? Unregistered,
            registered?.Specification ?? ""
        );
}
