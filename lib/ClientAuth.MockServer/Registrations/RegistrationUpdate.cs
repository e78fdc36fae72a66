using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Reading;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Registrations;

/// <summary>Replaces a registration as a whole: what an update leaves out is gone (RFC 7592 §2.2). Identifier, template and secret stay.</summary>
internal sealed class RegistrationUpdate(MetadataChecks metadata, RegisteredClients clients)
{
    /// <summary>The new metadata, without a secret, or null where a check failed.</summary>
    public ClientMetadata? Check(RegisteredClient client, IncomingRequest incoming, CheckTrace trace) =>
        RegistrationBody.Read(incoming, trace) is { } members
        && new RegistrationDraft(members, client.Dynamic!.MainClientId) is var draft
        && CheckSame(client.Metadata, draft, trace)
        && CheckServerMembers(members, trace)
        && CheckSecret(client.Metadata, draft, trace)
        && metadata.Check(draft, client.Metadata.ClientId, trace) is { } replaced
            ? replaced with
            {
                ClientIdIssuedAt = client.Metadata.ClientIdIssuedAt,
            }
            : null;

    // A device that dropped its template would be bound by nothing.
    private bool CheckSame(ClientMetadata registered, RegistrationDraft draft, CheckTrace trace)
    {
        var (id, software) = (draft.Text(MemberNames.ClientId), draft.Text(MemberNames.SoftwareId));
        return trace.Check(
            Rules.SameClient,
            id == registered.ClientId && software == registered.SoftwareId,
            $"client_id {Quote.Text(registered.ClientId)}, software_id {Quote.Text(registered.SoftwareId)}",
            $"client_id {Quote.Identifier(id, clients.Has)}, software_id {Quote.Sent(software)}"
        );
    }

    private static bool CheckServerMembers(JsonObject members, CheckTrace trace)
    {
        var given = MemberNames.ServersOwn.FirstOrDefault(members.ContainsKey);
        return trace.Check(
            Rules.ServerMembers,
            given is null,
            $"none of {string.Join(", ", MemberNames.ServersOwn)}",
            given ?? "none"
        );
    }

    private static bool CheckSecret(ClientMetadata registered, RegistrationDraft draft, CheckTrace trace)
    {
        var isGiven = draft.Members.ContainsKey(MemberNames.ClientSecret);
        var given = draft.Text(MemberNames.ClientSecret);
        var same = !isGiven || AreEqual(given, registered.ClientSecret);
        return trace.Check(
            Rules.SecretKept,
            same,
            "the current client_secret, or none",
            !isGiven
                ? "none"
                : $"{given?.Length ?? 0} characters, {(same ? "equal to" : "different from")} the current client_secret"
        );
    }

    private static bool AreEqual(string? given, string? current) =>
        given is not null && current is not null && CryptographicOperations.FixedTimeEquals(Hash(given), Hash(current));

    private static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
