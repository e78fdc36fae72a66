using System.Text.Json.Nodes;
using ClientAuth.FailureCases.Drafts;
using ClientAuth.FailureCases.Laboratory;
using ClientAuth.Protocol;

namespace ClientAuth.FailureCases.Changes;

/// <summary>
/// An access token that the server never issued, in place of the one that it did. Without further changes it is as good as the
/// server's own: it is signed with the server's key.
/// </summary>
public sealed record MintChange : RequestChange
{
    /// <summary>Claims that are added or replaced; values may hold placeholders.</summary>
    public JsonObject? Set { get; init; }

    public IReadOnlyList<string>? Remove { get; init; }

    /// <summary>Members of the JOSE header that are added or replaced.</summary>
    public JsonObject? Jose { get; init; }

    /// <summary>One of the lab's keys, in place of the server's.</summary>
    public string? Key { get; init; }

    /// <summary>In place of <c>Bearer</c>.</summary>
    public string? Scheme { get; init; }

    internal override void Apply(RequestDraft draft)
    {
        var token = new AssertionDraft(
            new JsonObject { ["typ"] = "at+jwt", ["alg"] = SignatureAlgorithms.ES256 },
            new JsonObject
            {
                ["iss"] = "{issuer}",
                ["aud"] = "{issuer}",
                ["sub"] = "{client_id}",
                ["client_id"] = "{client_id}",
                ["scope"] = "read write",
                ["iat"] = "{now}",
                ["exp"] = "{now+300}",
                ["jti"] = "{jti}",
            },
            new Signing(SignatureAlgorithms.ES256, Key ?? LabKeys.Server)
        );
        token.Header.Change(Jose, remove: null, again: null);
        token.Claims.Change(Set, Remove, again: null);
        draft.MintedToken = token;
        if (draft.Form.Any(parameter => parameter.Name == IntrospectionParameters.Token))
        {
            draft.SetParameter(IntrospectionParameters.Token, "{minted_token}");
        }
        else
        {
            draft.SetHeader("Authorization", $"{Scheme ?? "Bearer"} {{minted_token}}");
        }
    }
}
