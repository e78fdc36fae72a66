using System.Text.Json;
using ClientAuth.Protocol;

namespace ClientAuth.Credentials;

/// <summary>A JSON file with an array of client registrations (RFC 7591 §2), such as <c>data/clients.json</c>.</summary>
public static class ClientsFile
{
    /// <summary>Reads the registrations strictly, in the file's order.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">A registration is wrong; the message names file, place and field.</exception>
    public static IReadOnlyList<ClientMetadata> Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"The clients file '{path}' does not exist.", path);
        }

        var clients = Parse(path);
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

    private static IReadOnlyList<ClientMetadata> Parse(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), ProtocolJson.Default.IReadOnlyListClientMetadata)
                ?? throw new InvalidDataException($"{path}: holds null; write an array of client registrations.");
        }
        catch (JsonException error)
        {
            throw new InvalidDataException(
                $"{path}: line {error.LineNumber + 1}, byte {error.BytePositionInLine}, at {error.Path}: {Reason(error)}",
                error
            );
        }
    }

    // The serializer ends its message with the position, which stands at the front already.
    private static string Reason(JsonException error)
    {
        if (
            error.Path == "$"
            && error.Message.StartsWith("The JSON value could not be converted", StringComparison.Ordinal)
        )
        {
            return "the file must hold an array of client registrations, [ { … } ].";
        }

        var end = error.Message.IndexOf(" Path: ", StringComparison.Ordinal);
        return end < 0 ? error.Message : error.Message[..end];
    }
}
