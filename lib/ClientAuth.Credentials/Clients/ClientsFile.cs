using ClientAuth.Protocol;

namespace ClientAuth.Credentials.Clients;

/// <summary>A JSON file with an array of client registrations (RFC 7591 §2), such as <c>data/clients.json</c>.</summary>
public static class ClientsFile
{
    /// <summary>Reads the registrations strictly, in the file's order.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">A registration is wrong; the message names file, place and field.</exception>
    public static IReadOnlyList<ClientMetadata> Read(string path)
    {
        var clients = JsonListFile.Read(
            path,
            "clients",
            "client registrations",
            ProtocolJson.Default.IReadOnlyListClientMetadata
        );
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (index, client) in clients.Index())
        {
            // The serializer checks members for null, not the elements of a list.
            if (client is null)
            {
                throw new InvalidDataException($"{path}: client [{index}] is null; write an object with a client_id.");
            }

            if (ClientMetadataRules.ProblemOf(client) is { } problem)
            {
                throw new InvalidDataException($"{path}: client [{index}] '{client.ClientId}': {problem}.");
            }

            if (!seen.TryAdd(client.ClientId, index))
            {
                throw new InvalidDataException(
                    $"{path}: client [{index}] '{client.ClientId}': client_id is taken by client [{seen[client.ClientId]}]; use each one once."
                );
            }
        }

        return clients;
    }
}
