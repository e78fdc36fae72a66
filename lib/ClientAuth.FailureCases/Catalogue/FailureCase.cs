using System.Text.Json.Nodes;
using ClientAuth.FailureCases.Changes;
using ClientAuth.FailureCases.Fixtures;
using ClientAuth.FailureCases.Judging;
using ClientAuth.FailureCases.Requests;
using ClientAuth.FailureCases.ServerOverrides;
using ClientAuth.FailureCases.Steps;

namespace ClientAuth.FailureCases.Catalogue;

/// <summary>Something that a client should not send (or, as a control, may), and what the server must do with it.</summary>
public sealed record FailureCase
{
    /// <summary>Letter and number, with a name behind a full stop where a case has variants: <c>J14</c>, <c>A01.none</c>.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>The methods whose standard client sends it, each a test of its own.</summary>
    public required IReadOnlyList<string> Methods { get; init; }

    /// <summary>Where it is sent: one of <see cref="EndpointNames"/>, <c>token</c> where it is left out.</summary>
    public string Endpoint
    {
        // No initializer, here and below: the generated reader assigns every init-only property, null where it is missing.
        get => field ?? EndpointNames.Token;
        init;
    }

    /// <summary>Policies of the server that differ from its defaults.</summary>
    public ServerChoices? Server { get; init; }

    /// <summary>Members of the client's registration that differ from the standard one's (RFC 7591 §2); null takes one away.</summary>
    public JsonObject? Registered { get; init; }

    /// <summary>
    /// The first response of the host at which the client publishes its keys, <c>{jwks_uri}</c>. Left out, the client has no such
    /// host.
    /// </summary>
    public KeySetPublication? JwksHost { get; init; }

    /// <summary>The fixture's key that the client registers and signs with, where it is not the method's own.</summary>
    public string? Key { get; init; }

    /// <summary>The algorithm that the client registers and signs with, where it is not the method's own.</summary>
    public string? Alg { get; init; }

    /// <summary>The steps before the request.</summary>
    public IReadOnlyList<CaseStep> Before
    {
        get => field ?? [];
        init;
    }

    /// <summary>The changes that turn a good request into this one, in order.</summary>
    public IReadOnlyList<RequestChange> Send
    {
        get => field ?? [];
        init;
    }

    public required Expectation Expect { get; init; }

    /// <summary>
    /// The steps that prove that the request has changed nothing. Left out, the same request is sent with the same <c>jti</c> and
    /// without the changes, and must succeed. After a success the next request is sent.
    /// </summary>
    public IReadOnlyList<CaseStep>? After { get; init; }

    /// <summary>Why nothing can be shown afterwards, in place of <see cref="After"/>.</summary>
    public string? NoAfter { get; init; }

    /// <summary>The specification and section of the rule.</summary>
    public required string Specification { get; init; }

    public required Strength Strength { get; init; }

    /// <summary>Number of the lesson that teaches it.</summary>
    public required string Lesson { get; init; }

    /// <summary>Why it matters, in one sentence for a learner.</summary>
    public required string Why { get; init; }

    public override string ToString() => $"{Id}: {Title}";
}
