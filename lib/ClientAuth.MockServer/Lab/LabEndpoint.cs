using System.Text.Json;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Endpoints;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.MockServer.Lab;

/// <summary>One path of the lab; what it does for each method.</summary>
internal sealed class LabEndpoint
{
    public Func<RecordedResponse>? Get { get; init; }

    public Func<JsonElement, RecordedResponse>? Post { get; init; }

    public Func<RecordedResponse>? Delete { get; init; }

    private IEnumerable<string> Methods =>
        new (string Name, object? Does)[] { ("GET", Get), ("POST", Post), ("DELETE", Delete) }
            .Where(method => method.Does is not null)
            .Select(method => method.Name);

    /// <param name="method">The HTTP method.</param>
    /// <param name="readBody">Reads the JSON of a request that needs one.</param>
    public RecordedResponse Respond(string method, Func<JsonElement> readBody) =>
        (method, this) switch
        {
            ("GET", { Get: { } get }) => get(),
            ("POST", { Post: { } post }) => post(readBody()),
            ("DELETE", { Delete: { } delete }) => delete(),
            _ => JsonResponse.Error(
                405,
                OAuthErrors.InvalidRequest,
                $"the method is {Quote.Method(method)}; the endpoint takes {string.Join(" and ", Methods)}",
                new RecordedHeader("Allow", string.Join(", ", Methods))
            ),
        };
}
