using System.Globalization;
using System.Text.Json.Nodes;
using ClientAuth.FailureCases.Judging;
using ClientAuth.FailureCases.Requests;
using ClientAuth.FailureCases.Values;
using ClientAuth.Protocol;

namespace ClientAuth.FailureCases.Tester.Verdicts;

/// <summary>
/// Compares the answers to a request with what is expected, as far as specifications settle it for every server: status, error code,
/// whether something was issued, and the body.
/// </summary>
/// <param name="expect">The expected result.</param>
/// <param name="values">What placeholders of the expectation stand for.</param>
internal sealed class ServerJudge(Expectation expect, Placeholders values)
{
    // Each server decides these for itself.
    private static readonly string[] OwnMembers = ["scope", "aud", "expires_in", "client_id_issued_at"];

    // How long a client is to wait is for the server to say, and what may be stored is settled for responses with tokens (RFC 6749 §5.1).
    private static readonly string[] NotDue = ["Retry-After", "Cache-Control", "Pragma"];

    private const string Challenge = "WWW-Authenticate";

    // What a case tries to smuggle into the response.
    private const string Injected = "X-Injected";

    // Of an introspection every other member is optional (RFC 7662 §2.2, RFC 8705 §3.2).
    private static readonly string[] IntrospectedMembers = ["active", "cnf"];

    /// <summary>Whether the request has a header that RFC 6749 §5.2 demands 401 for.</summary>
    public required bool TriedAuthorizationHeader { get; init; }

    /// <summary>Whether a certificate is what is wrong: then the handshake may end it, before there is any HTTP.</summary>
    public required bool MayEndInHandshake { get; init; }

    /// <summary>What is other than expected; null where all is as expected.</summary>
    public Difference? Judge(IReadOnlyList<Answer> answers)
    {
        if (expect.IssuedAmong is not { } count)
        {
            return answers.Select(Judge).FirstOrDefault(difference => difference is not null);
        }

        var issued = answers.Count(answer => answer.IsSuccess);
        return issued > count
                ? new(
                    ServerVerdict.Accepted,
                    string.Create(CultureInfo.InvariantCulture, $"{issued} of {answers.Count} got a token")
                )
            : issued < count ? new(ServerVerdict.Refused, "none got a token")
            : answers
                .Where(answer => !answer.IsSuccess)
                .Select(Judge)
                .FirstOrDefault(difference => difference is not null);
    }

    private Difference? Judge(Answer answer) =>
        expect switch
        {
            { Issued: true } => !answer.IsSuccess ? new(ServerVerdict.Refused, $"{answer}") : Body(answer),
            { Connection: not null } => answer.Status is null or >= 400
                ? null
                : new(ServerVerdict.Accepted, $"{answer}"),
            { Status: { } status and < 400 } => !answer.IsSuccess ? new(ServerVerdict.Refused, $"{answer}")
            : answer.Status == status ? Body(answer)
            : new(ServerVerdict.AnotherAnswer, $"{answer}"),
            _ when answer.IsInactive => new(ServerVerdict.AnotherAnswer, $"{answer}"),
            _ when answer.IsSuccess => new(ServerVerdict.Accepted, $"{answer}"),
            _ => IsTheRefusal(answer) ? Headers(answer) : new(ServerVerdict.AnotherError, $"{answer}"),
        };

    private bool IsTheRefusal(Answer answer) =>
        answer.Status is null ? MayEndInHandshake
        : answer.Status == expect.Status
            ? !ExpectedAnswer.DemandsError(expect.Status.Value) || answer.Error == expect.Error || IsOtherCode(answer)
        // RFC 6749 §3.2 settles which method the token endpoint takes, and not how the others are refused; RFC 9126 §2.3 does, too.
        : expect.Status == 405 && answer.Endpoint == EndpointNames.Token ? answer.Status is >= 400 and < 500
        // 401 is a must only for who tried the header (RFC 6749 §5.2).
        : answer.Status == 400
            && !TriedAuthorizationHeader
            && expect.Error == OAuthErrors.InvalidClient
            && answer.Error == OAuthErrors.InvalidClient
            || IsOtherCode(answer);

    // A code that specifications leave to the server, with the status that goes with it (RFC 6749 §5.2).
    private bool IsOtherCode(Answer answer) =>
        answer.Error is { } code
        && expect.OtherErrors?.Contains(code) is true
        && (
            answer.Status == 401
                ? code == OAuthErrors.InvalidClient
                : answer.Status == 400 && !(code == OAuthErrors.InvalidClient && TriedAuthorizationHeader)
        );

    // Of a header that is due its presence counts: realms and lists of methods are the server's own. A challenge is due to who tried the
    // header (RFC 6749 §5.2).
    private Difference? Headers(Answer answer)
    {
        if (answer.Response is not { } response)
        {
            return null;
        }

        // Another refusal than this project's server's has headers of its own.
        var due = (
            answer.Status == expect.Status && !IsOtherCode(answer) && expect.Headers is { } headers
                ? headers
                : new Dictionary<string, string?>()
        )
            .Where(header => header.Value is not null && !NotDue.Contains(header.Key))
            .Select(header => header.Key);
        if (answer.Status == 401 && TriedAuthorizationHeader && EndpointNames.OfForms.Contains(answer.Endpoint))
        {
            due = due.Append(Challenge);
        }

        return due.FirstOrDefault(name => response.Header(name) is null) is { } missing
                ? new(ServerVerdict.AnotherAnswer, $"{answer}: the header {missing} is missing")
            : response.Header(Injected) is not null
                ? new(ServerVerdict.AnotherAnswer, $"{answer}: the header {Injected} of the request is in the response")
            : null;
    }

    private Difference? Body(Answer answer)
    {
        var body = BodyMembers.Parse(answer.Response!.Body);
        var problems = BodyMembers.Compare("the member", Settled(expect.Body, answer.Endpoint), body, values);
        // A token that is no JWT tells its client nothing, and may not (RFC 6749 §1.4).
        if (BodyMembers.Claims(body) is { } claims)
        {
            problems = problems.Concat(BodyMembers.Compare("the token's claim", expect.Token, claims, values));
        }

        return problems.FirstOrDefault() is { } problem
            ? new(ServerVerdict.AnotherAnswer, $"{answer}: {problem}")
            : null;
    }

    // What specifications settle for every server.
    private static JsonObject? Settled(JsonObject? members, string endpoint)
    {
        if (members is null)
        {
            return null;
        }

        return new JsonObject(
            members
                .Where(member =>
                    endpoint == EndpointNames.Introspection
                        ? IntrospectedMembers.Contains(member.Key)
                        : !OwnMembers.Contains(member.Key)
                )
                .Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone()))
        );
    }
}
