using System.Text.Json.Nodes;
using ClientAuth.FailureCases.Changes;
using ClientAuth.FailureCases.Steps;

namespace ClientAuth.FailureCases;

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
    /// With it the client publishes its keys at a host of its own, at <c>{jwks_uri}</c>, which the server may ask; and this is what
    /// that host answers at first.
    /// </summary>
    public KeySetPublication? JwksHost { get; init; }

    /// <summary>The lab's key that the client registers and signs with, where it is not the method's own.</summary>
    public string? Key { get; init; }

    /// <summary>The algorithm that the client registers and signs with, where it is not the method's own.</summary>
    public string? Alg { get; init; }

    /// <summary>What happens first.</summary>
    public IReadOnlyList<CaseStep> Before
    {
        get => field ?? [];
        init;
    }

    /// <summary>What makes a good request into this one, in order.</summary>
    public IReadOnlyList<RequestChange> Send
    {
        get => field ?? [];
        init;
    }

    public required Expectation Expect { get; init; }

    /// <summary>
    /// What proves that nothing was left behind. Left out, it is the same credential, mended: the same request with the same
    /// <c>jti</c> and without the changes must succeed. After a success it is the next request.
    /// </summary>
    public IReadOnlyList<CaseStep>? After { get; init; }

    /// <summary>Why nothing can be shown afterwards, in place of <see cref="After"/>.</summary>
    public string? NoAfter { get; init; }

    /// <summary>Where the rule stands.</summary>
    public required string Specification { get; init; }

    public required Strength Strength { get; init; }

    /// <summary>Number of the lesson that teaches it.</summary>
    public required string Lesson { get; init; }

    /// <summary>Why it matters, in one sentence for a learner.</summary>
    public required string Why { get; init; }

    public override string ToString() => $"{Id}: {Title}";
}
