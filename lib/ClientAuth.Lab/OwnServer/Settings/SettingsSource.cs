using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ClientAuth.Protocol.Json;

namespace ClientAuth.Lab.OwnServer.Settings;

/// <summary>Where settings come from, and how a mistake in them is named.</summary>
/// <param name="Name">What a summary calls it; no path of the machine.</param>
/// <param name="Folder">What relative file names are relative to.</param>
/// <param name="FolderName">What a message calls the folder.</param>
/// <param name="FieldOf">The place of a client's member, in the learner's words.</param>
internal sealed record SettingsSource(string Name, string Folder, string FolderName, Func<int, string, string> FieldOf)
{
    /// <summary>The file that git ignores, below the root of the checkout.</summary>
    public const string FileName = "certs/own-server.json";

    /// <summary>A committed file of the same form.</summary>
    public const string ExampleName = "data/own-server.example.json";

    /// <summary>A member of the server itself.</summary>
    public const int TheServer = -1;

    /// <summary>A file; its members are named as JSON names them.</summary>
    public static SettingsSource OfFile(string name, string folder) =>
        new(
            name,
            folder,
            "the folder of that file",
            (client, member) => client == TheServer ? $"{name}: {member}" : $"{name}: clients[{client}].{member}"
        );

    /// <summary>What is wrong with a member.</summary>
    public OwnServerSettingsException Wrong(int client, string member, string problem, Exception? cause = null) =>
        new(FieldOf(client, member), problem, cause);

    /// <summary>The file that a member names, as a path.</summary>
    /// <exception cref="OwnServerSettingsException">There is no such file.</exception>
    public string FileOf(int client, string member, string named)
    {
        var path = Path.GetFullPath(Path.Combine(Folder, named));
        return File.Exists(path)
            ? path
            : throw Wrong(
                client,
                member,
                $"there is no file '{named}'. Name one that exists, absolute or relative to {FolderName}."
            );
    }

    /// <summary>The text of the file that a member names, without the line break that most editors write at its end.</summary>
    /// <exception cref="OwnServerSettingsException">There is no such file, or it cannot be read.</exception>
    public string TextOf(int client, string member, string named)
    {
        var path = FileOf(client, member, named);
        try
        {
            return File.ReadAllText(path).TrimEnd('\r', '\n');
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Wrong(client, member, $"'{named}' cannot be read. Check the rights of the file.", error);
        }
    }

    /// <summary>Reads a file of settings.</summary>
    /// <exception cref="OwnServerSettingsException">It holds something else.</exception>
    public SettingsDocument Read(string path, JsonTypeInfo<SettingsDocument> type)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), type)
                ?? throw new OwnServerSettingsException(Name, $"holds null; write an object like {ExampleName}.");
        }
        catch (Exception error) when (JsonMistake.IsOne(error))
        {
            var mistake = JsonMistake.Of(error, type);
            throw new OwnServerSettingsException(
                Name,
                $"line {mistake.Line}, at {mistake.Path}: {mistake.Reason} Compare {ExampleName}."
            );
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new OwnServerSettingsException(Name, "cannot be read. Check the rights of the file.", error);
        }
    }
}
