using ClientAuth.MockServer.Checks;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Reading;

/// <summary>Reads <c>client_assertion</c> with its type (RFC 7521 §4.2, RFC 7523 §2.2).</summary>
internal static class BodyAssertion
{
    private const string Mechanism = "a client assertion";

    public static Attempt? Read(FormRequest request)
    {
        var type = request.Form[TokenParameters.ClientAssertionType];
        var compact = request.Form[TokenParameters.ClientAssertion];
        if (type is null && compact is null)
        {
            return null;
        }

        var seen = compact is null ? $"{Quote.Text(type)} without client_assertion" : Quote.Text(type);
        var typeFinding = new CheckResult(
            Rules.AssertionType,
            type == ClientAssertionTypes.JwtBearer && compact is not null,
            $"'{ClientAssertionTypes.JwtBearer}' with client_assertion",
            seen
        );
        if (!typeFinding.Holds)
        {
            return Attempt.Unreadable(Mechanism, typeFinding);
        }

        return DecodedJwt.TryParse(compact!, out var jwt, out var problem)
            ? Attempt.Read(new PresentedCredential.Assertion(jwt), typeFinding, Format(true, Quote.Jws(jwt)))
            : Attempt.Unreadable(Mechanism, typeFinding, Format(false, problem));
    }

    private static CheckResult Format(bool holds, string seen) =>
        new(Rules.AssertionFormat, holds, "one JWS in compact serialization", seen);
}
