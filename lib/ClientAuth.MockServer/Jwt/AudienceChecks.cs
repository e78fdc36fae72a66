using System.Text.Json;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Options;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Jwt;

/// <summary>
/// Decides whether a JWT is meant for this server by its <c>aud</c> (RFC 7519 §4.1.3): one value, compared as a simple string, so
/// that a slash more or another case is another audience.
/// </summary>
/// <param name="accepted">The values that are accepted, each alone.</param>
/// <param name="form">How the one value may be written.</param>
internal sealed class AudienceChecks(IReadOnlyList<string> accepted, AudienceForm form)
{
    /// <summary>The same by other names of the server: accepted, and not recommended in a trace.</summary>
    private IReadOnlyList<string> ByOtherNames { get; init; } = [];

    /// <summary>Of client assertions: what the operator's policy accepts (RFC 10070 §4, RFC 7523 §3).</summary>
    /// <param name="options">The policy.</param>
    /// <param name="metadata">The addresses that are published.</param>
    /// <param name="byOtherNames">
    /// The token endpoints by other names of the server. Where a token endpoint may be the audience, any URL of it may: a client that reaches
    /// it by another name knows no other.
    /// </param>
    public static AudienceChecks OfAssertions(
        AssertionOptions options,
        AuthorizationServerMetadata metadata,
        IReadOnlyList<string> byOtherNames
    )
    {
        string[] tokenEndpoints = [metadata.TokenEndpoint, metadata.MtlsEndpointAliases!.TokenEndpoint];
        return new(
            options.AudiencePolicy switch
            {
                AudiencePolicy.IssuerOnly => [metadata.Issuer],
                AudiencePolicy.TokenEndpointOnly => tokenEndpoints,
                _ => [metadata.Issuer, .. tokenEndpoints],
            },
            options.AudienceForm
        )
        {
            ByOtherNames = options.AudiencePolicy == AudiencePolicy.IssuerOnly ? [] : byOtherNames,
        };
    }

    public bool Check(DecodedJwt jwt, Rule rule, CheckTrace trace)
    {
        var expected = string.Join(" or ", accepted.Select(audience => Quote.Text(audience)));
        return trace.Check(
            rule,
            SoleAudience(jwt) is { } audience
                && accepted.Concat(ByOtherNames).Contains(audience, StringComparer.Ordinal),
            form == AudienceForm.StringOnly ? $"{expected} as a string" : expected,
            Quote.Member(jwt.Payload, "aud")
        );
    }

    // Null where there is none, more than one, or one in another form.
    private string? SoleAudience(DecodedJwt jwt)
    {
        if (!jwt.Payload.TryGetProperty("aud", out var aud))
        {
            return null;
        }

        var sole =
            form == AudienceForm.StringOrSingleElementArray
            && aud.ValueKind == JsonValueKind.Array
            && aud.GetArrayLength() == 1
                ? aud[0]
                : aud;
        return sole.ValueKind == JsonValueKind.String ? sole.GetString() : null;
    }
}
