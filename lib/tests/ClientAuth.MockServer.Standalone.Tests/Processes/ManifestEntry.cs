using System.Text.Json;

namespace ClientAuth.MockServer.Standalone.Tests.Processes;

/// <summary>One client of the manifest, read as a stranger would read it.</summary>
internal sealed record ManifestEntry(JsonElement Json)
{
    public string ClientId => Text("client_id");

    public string Text(string member) => Json.GetProperty(member).GetString()!;

    /// <summary>The content of the file that a member names.</summary>
    public string Content(string member) => File.ReadAllText(Text(member));

    public IEnumerable<string> Members => Json.EnumerateObject().Select(member => member.Name);
}
