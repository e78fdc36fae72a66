using System.Text.Json.Nodes;
using ClientAuth.Lab.Repository;

namespace ClientAuth.Lab.Capstone;

/// <summary>What the mobile SDKs call each method, read from the counterparts in <c>data/sdk-snippets.json</c>.</summary>
internal sealed class SdkNames
{
    private static readonly (string Language, string Sdk)[] Sdks =
    [
        ("kotlin", "Kotlin"),
        ("swift", "Swift"),
        ("typescript", "React Native"),
    ];

    private readonly IReadOnlyList<JsonNode> _counterparts;

    private SdkNames(IReadOnlyList<JsonNode> counterparts) => _counterparts = counterparts;

    public static SdkNames Load() =>
        new([
            .. JsonNode.Parse(File.ReadAllText(RepositoryData.PathOf("sdk-snippets.json")))!["counterparts"]!
                .AsArray()
                .OfType<JsonNode>(),
        ]);

    /// <summary>The names of a client's method, for each SDK.</summary>
    public IReadOnlyList<(string Sdk, string Name)> Of(string client)
    {
        var names = _counterparts.First(one => IsOf(client, one))["names"]!;
        return [.. Sdks.Select(sdk => (sdk.Sdk, string.Join(", ", names[sdk.Language]!.AsArray())))];
    }

    private static bool IsOf(string client, JsonNode counterpart) =>
        client switch
        {
            FleetClients.Phone => Methods(counterpart).Contains("none"),
            FleetClients.Scanner => ((string)counterpart["lesson"]!).StartsWith("06", StringComparison.Ordinal),
            _ => Methods(counterpart).Contains(FleetClients.MethodOf(client)),
        };

    private static string[] Methods(JsonNode counterpart) => ((string)counterpart["method"]!).Split(" or ");
}
