using ClientAuth.Protocol;
using ClientAuth.Visuals.Jwt;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Differences;

/// <summary>A JWT as parts that can be compared: each member of its header and of its claims. The signature is not shown: it is another in every run.</summary>
internal static class JwtParts
{
    public static IReadOnlyList<(string Name, ShownValue Value)> Of(DecodedJwt jwt) =>
        [
            .. JwtMember.OfHeader(jwt.Header).Select(member => ($"header {member.Name}", new ShownValue(member.Value))),
            .. JwtMember.OfClaims(jwt.Payload).Select(member => ($"claim {member.Name}", new ShownValue(member.Value))),
            (
                "signature",
                new ShownValue(jwt.EncodedSignature, $"({Numbers.Show(jwt.Signature.Length)} bytes, not shown)")
            ),
        ];
}
