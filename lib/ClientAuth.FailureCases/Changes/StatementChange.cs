using System.Text.Json.Nodes;
using ClientAuth.FailureCases.Fixtures;
using ClientAuth.FailureCases.Jwts;
using ClientAuth.FailureCases.Keys;
using ClientAuth.FailureCases.Requests;
using ClientAuth.Protocol;

namespace ClientAuth.FailureCases.Changes;

/// <summary>Adds a software statement to a registration (RFC 7591 §2.3): a good one of an approved app, but for what is given.</summary>
public sealed record StatementChange : RequestChange
{
    public JsonObject? Set { get; init; }

    public IReadOnlyList<string>? Remove { get; init; }

    /// <summary>Header parameters, which change nothing about how it is signed.</summary>
    public JsonObject? Jose { get; init; }

    /// <summary>The algorithm that signs, in place of ES256.</summary>
    public string? Alg { get; init; }

    /// <summary>The name of the key that signs, in place of the publisher's.</summary>
    public string? Key { get; init; }

    public SignatureForm? Form { get; init; }

    internal override void Apply(RequestDraft draft)
    {
        draft.OfJson().Change(new() { ["software_statement"] = "{software_statement}" }, remove: null, again: null);
        draft.Values.Set("software_statement", () => Statement(draft));
    }

    private string Statement(RequestDraft draft)
    {
        var alg = Alg ?? SignatureAlgorithms.ES256;
        var statement = new JwtDraft(
            new JsonObject { ["alg"] = alg },
            new JsonObject { ["iss"] = RegistrationOffer.Publisher, ["software_id"] = "approved-app" },
            new JwtSigning(alg, Key ?? CaseKeys.Publisher)
        )
        {
            SignatureForm = Form,
        };
        statement.Claims.Change(Set, Remove, again: null);
        statement.Header.Change(Jose, remove: null, again: null);
        return statement.Serialize(draft.Values, new JwtSigner(draft.Keys, draft.Client, draft.OtherClient));
    }
}
