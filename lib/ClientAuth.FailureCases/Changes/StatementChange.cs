using System.Text.Json.Nodes;
using ClientAuth.FailureCases.Drafts;
using ClientAuth.FailureCases.Laboratory;
using ClientAuth.Protocol;

namespace ClientAuth.FailureCases.Changes;

/// <summary>Adds a software statement to a registration (RFC 7591 §2.3): a good one of an approved app, but for what is given.</summary>
public sealed record StatementChange : RequestChange
{
    public JsonObject? Set { get; init; }

    public IReadOnlyList<string>? Remove { get; init; }

    /// <summary>Header parameters, said and not done.</summary>
    public JsonObject? Jose { get; init; }

    /// <summary>What signs, in place of ES256.</summary>
    public string? Alg { get; init; }

    /// <summary>Whose key, in place of the publisher's.</summary>
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
        var statement = new AssertionDraft(
            new JsonObject { ["alg"] = alg },
            new JsonObject { ["iss"] = RegistrationOffer.Publisher, ["software_id"] = "approved-app" },
            new Signing(alg, Key ?? LabKeys.Publisher)
        )
        {
            SignatureForm = Form,
        };
        statement.Claims.Change(Set, Remove, again: null);
        statement.Header.Change(Jose, remove: null, again: null);
        return statement.Finish(draft.Values, new AssertionSigner(draft.Keys, draft.Client, draft.OtherClient));
    }
}
