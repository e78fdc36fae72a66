using System.Text.Json;
using System.Text.Json.Nodes;
using ClientAuth.MockServer.Checks;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Registrations;

/// <summary>
/// Finds the template that a registration names by <c>software_id</c>, and lets it inherit. The template says which client opens
/// it, and what a device may say for itself.
/// </summary>
internal sealed class TemplateChecks(
    IReadOnlyList<ClientTemplate> templates,
    bool allowNonTemplated,
    bool acceptUnknown,
    RegisteredClients clients
)
{
    /// <summary>The draft with what it inherits, as it is where it needs no template, or null where a check failed.</summary>
    public RegistrationDraft? Apply(RegistrationDraft draft, CheckTrace trace)
    {
        var id = draft.Text(MemberNames.SoftwareId);
        var template = templates.FirstOrDefault(template => template.Client.ClientId == id);
        if (!CheckKnown(draft, template, trace))
        {
            return null;
        }

        if (template is null)
        {
            return draft;
        }

        return
            CheckMainClient(template, trace)
            && CheckOpened(template, draft, trace)
            && CheckMembers(template, draft, trace, out var inherited)
            ? draft with
            {
                Members = inherited,
                Template = template,
            }
            : null;
    }

    // Any software may have an identifier (RFC 7591 §2). Where the operator does not say that devices send theirs, whoever names one
    // without a statement means a template, and would not get what it expects.
    private bool CheckKnown(RegistrationDraft draft, ClientTemplate? template, CheckTrace trace)
    {
        var isNamed = draft.Members.ContainsKey(MemberNames.SoftwareId);
        var orElse =
            !allowNonTemplated ? ""
            : acceptUnknown ? ", or another"
            : ", or none";
        return trace.Check(
            Rules.TemplateKnown with
            {
                Concerns =
                    $"{MemberNames.SoftwareId} must name a template of this server{(allowNonTemplated ? " or be left out" : "")}",
            },
            template is not null || (allowNonTemplated && (draft.IsVouchedFor || !isNamed || acceptUnknown)),
            "the identifier of a template as software_id" + orElse,
            isNamed ? Quote.Sent(draft.Text(MemberNames.SoftwareId)) : "none"
        );
    }

    // Judged now and not at the start, since clients may change while the server runs.
    private bool CheckMainClient(ClientTemplate template, CheckTrace trace)
    {
        var method = clients.Find(template.AuthenticateClientBy)?.TokenEndpointAuthMethod;
        return trace.Check(
            Rules.TemplateMainClient,
            method is not null and not TokenEndpointAuthMethods.None,
            $"a client {Quote.Text(template.AuthenticateClientBy)} that authenticates",
            method is null ? "not registered" : $"registered for {method}"
        );
    }

    private static bool CheckOpened(ClientTemplate template, RegistrationDraft draft, CheckTrace trace) =>
        trace.Check(
            Rules.TemplateOpened,
            draft.MainClientId == template.AuthenticateClientBy,
            $"an initial access token of {Quote.Text(template.AuthenticateClientBy)}",
            $"a token of {Quote.Text(draft.MainClientId)}"
        );

    // What a device repeats it does not set: an update holds all that the registration answered with (RFC 7592 §2.2).
    private static bool CheckMembers(
        ClientTemplate template,
        RegistrationDraft draft,
        CheckTrace trace,
        out JsonObject inherited
    )
    {
        inherited = (JsonObject)JsonSerializer.SerializeToNode(template.Client, ProtocolJson.Default.ClientMetadata)!;
        inherited[MemberNames.SoftwareId] = template.Client.ClientId;
        string? refused = null;
        foreach (var (name, value) in draft.Members)
        {
            if (MemberNames.Made.Contains(name) || JsonNode.DeepEquals(inherited[name], value))
            {
                continue;
            }

            if (!template.SetByDevice.Contains(name) && name != MemberNames.SoftwareStatement)
            {
                refused ??= name;
            }

            inherited[name] = value?.DeepClone();
        }

        return trace.Check(
            Rules.TemplateMembers,
            refused is null,
            $"no member except {string.Join(", ", template.SetByDevice)} that differs from the template",
            refused is null ? "nothing" : Quote.Sent(refused)
        );
    }
}
