using System.Text.Json.Nodes;
using ClientAuth.FailureCases.Requests;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Resources;

namespace ClientAuth.FailureCases.Changes;

/// <summary>
/// A token that the server never issued, in place of one that it did: an access token, or a Client Attestation Token to be exchanged
/// for one. Without further changes only its origin is wrong: it is signed with the server's own key.
/// </summary>
public sealed record MintChange : RequestChange
{
    /// <summary>Claims that are added or replaced; values may hold placeholders.</summary>
    public JsonObject? Set { get; init; }

    public IReadOnlyList<string>? Remove { get; init; }

    /// <summary>Members of the JOSE header that are added or replaced.</summary>
    public JsonObject? Jose { get; init; }

    /// <summary>One of the fixture's keys, in place of the server's.</summary>
    public string? Key { get; init; }

    /// <summary>In place of <c>Bearer</c>.</summary>
    public string? Scheme { get; init; }

    internal override void Apply(RequestDraft draft)
    {
        var isExchanged = draft.Form.Any(parameter => parameter.Name == TokenParameters.SubjectToken);
        var token = isExchanged ? MintedToken.ClientAttestationToken(Key) : MintedToken.AccessToken(Key);
        token.Header.Change(Jose, remove: null, again: null);
        token.Claims.Change(Set, Remove, again: null);
        draft.MintedToken = token;
        if (isExchanged)
        {
            draft.SetParameter(TokenParameters.SubjectToken, "{minted_token}");
        }
        else if (draft.Form.Any(parameter => parameter.Name == IntrospectionParameters.Token))
        {
            draft.SetParameter(IntrospectionParameters.Token, "{minted_token}");
        }
        else
        {
            draft.SetHeader("Authorization", $"{Scheme ?? "Bearer"} {{minted_token}}");
        }
    }
}
