using System.Text.Json;
using System.Text.Json.Nodes;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Registrations;

/// <summary>What a client says about itself, on the way to being its registration.</summary>
/// <param name="Members">The members as they were sent, or as statement and template have changed them.</param>
/// <param name="MainClientId">The client whose initial access token opened the registration.</param>
internal sealed record RegistrationDraft(JsonObject Members, string MainClientId)
{
    /// <summary>Whether a software statement stands behind it.</summary>
    public bool IsVouchedFor { get; init; }

    /// <summary>What it inherits from, if anything.</summary>
    public ClientTemplate? Template { get; init; }

    /// <summary>The member's string value, or null where it is missing or no string.</summary>
    public string? Text(string name) =>
        Members[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String
            ? value.GetValue<string>()
            : null;

    /// <summary>Nothing of the members, which may hold a secret.</summary>
    public override string ToString() => $"a registration opened by {MainClientId}";
}
