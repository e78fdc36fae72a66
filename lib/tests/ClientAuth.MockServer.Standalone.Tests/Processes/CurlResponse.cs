using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ClientAuth.MockServer.Standalone.Tests.Processes;

/// <summary>What came back, as curl prints it with --include.</summary>
internal sealed record CurlResponse(int Status, ILookup<string, string> Headers, string Body)
{
    public JsonElement Json => JsonElement.Parse(Body);

    public static CurlResponse Parse(byte[] output)
    {
        var parts = Encoding.UTF8.GetString(output).Split("\r\n\r\n", 2);
        var lines = parts[0].Split("\r\n");
        var headers = lines
            .Skip(1)
            .Select(line => line.Split(": ", 2))
            .ToLookup(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);
        return new CurlResponse(int.Parse(lines[0].Split(' ')[1], CultureInfo.InvariantCulture), headers, parts[1]);
    }
}
