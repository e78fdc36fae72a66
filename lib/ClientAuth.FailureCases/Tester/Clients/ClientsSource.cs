using System.Globalization;
using System.Text;
using System.Text.Json;
using ClientAuth.Credentials.Clients;
using ClientAuth.FailureCases.Tester.Usage;
using ClientAuth.Protocol.Json;

namespace ClientAuth.FailureCases.Tester.Clients;

/// <summary>A clients file while it is read: its text, the files that it names, and how a mistake in it is named.</summary>
internal sealed class ClientsSource
{
    /// <summary>A member of the file itself and of no client.</summary>
    public const int TheServer = -1;

    private readonly string _path;
    private readonly byte[] _utf8;
    private readonly Func<string, string?> _variable;

    /// <param name="path">The file.</param>
    /// <param name="variable">The value of an environment variable, or null.</param>
    /// <exception cref="TesterException">There is no such file, or it cannot be read.</exception>
    public ClientsSource(string path, Func<string, string?> variable)
    {
        (_path, _variable) = (path, variable);
        _utf8 = Read("clients", path, TesterExceptionOf);

        static TesterException TesterExceptionOf(string problem, Exception? cause) =>
            TesterException.Usage(problem, cause);
    }

    /// <summary>What the file says. A manifest of the server alone may have members of its own.</summary>
    /// <exception cref="TesterException">It is no clients file; the message names file, line and field.</exception>
    public ClientsDocument Parse()
    {
        try
        {
            var type = IsManifest() ? ManifestJson.Default.ClientsDocument : ClientsJson.Default.ClientsDocument;
            return StrictJson.Read(_utf8, _path, type, "an object with clients");
        }
        catch (InvalidDataException error)
        {
            throw TesterException.Usage(error.Message, error);
        }
    }

    /// <summary>What is wrong with a member: file, line, field, problem.</summary>
    public TesterException Wrong(int client, string member, string problem, Exception? cause = null)
    {
        var field =
            client == TheServer ? member : string.Create(CultureInfo.InvariantCulture, $"clients[{client}].{member}");
        var line = JsonLines.Of(_utf8, client, member) is { } found
            ? string.Create(CultureInfo.InvariantCulture, $"line {found}, ")
            : "";
        return TesterException.Usage($"{_path}: {line}{field}: {problem}", cause);
    }

    /// <summary>The octets of the file that a member names, absolute or relative to the clients file.</summary>
    /// <exception cref="TesterException">There is no such file, or it cannot be read.</exception>
    public byte[] FileOf(int client, string member, string named) => Readable(client, member, named, File.ReadAllBytes);

    /// <summary>The text of the file that a member names. Most editors write a line break at the end, which is no part of a secret.</summary>
    /// <exception cref="TesterException">There is no such file, it cannot be read, or it is no UTF-8.</exception>
    public string TextOf(int client, string member, string named) =>
        Encoding
            .UTF8.GetString(Readable(client, member, named, path => Utf8File.Read(member, path)))
            .TrimEnd('\r', '\n');

    /// <summary>What is read from the file that a member names.</summary>
    /// <exception cref="TesterException">There is no such file, it cannot be read, or it holds something else.</exception>
    public T Readable<T>(int client, string member, string named, Func<string, T> read)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(_path))!;
        try
        {
            return read(Path.Combine(folder, named));
        }
        catch (InvalidDataException error)
        {
            throw Wrong(client, member, error.Message, error);
        }
        catch (Exception error)
            when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw Wrong(
                client,
                member,
                $"the file '{named}' cannot be read. Name one that exists, absolute or relative to the clients file.",
                error
            );
        }
    }

    /// <summary>The value of the environment variable that a member names.</summary>
    /// <exception cref="TesterException">There is none.</exception>
    public string VariableOf(int client, string member, string named) =>
        _variable(named) is { Length: > 0 } value
            ? value
            : throw Wrong(
                client,
                member,
                "the environment variable that it names is not set, or empty. Set it and run again."
            );

    private static byte[] Read(string name, string path, Func<string, Exception?, TesterException> problem)
    {
        try
        {
            return Utf8File.Read(name, path);
        }
        catch (Exception error)
            when (error is IOException or UnauthorizedAccessException or InvalidDataException or ArgumentException)
        {
            throw problem(
                Directory.Exists(path) ? $"The {name} file '{path}' is a folder; name a file." : error.Message,
                error
            );
        }
    }

    // The server alone writes its own addresses beside the clients.
    private bool IsManifest()
    {
        try
        {
            using var document = JsonDocument.Parse(_utf8);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("token_endpoint", out _)
                && document.RootElement.TryGetProperty("templates", out _);
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
