using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lessons.Tests;

/// <summary>A file from which parts of lessons and pages are written. A member that is unknown, missing or there twice is an error.</summary>
internal static class DataFile
{
    private static readonly JsonSerializerOptions Strict = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
    };

    /// <param name="name">In <c>data/</c>.</param>
    /// <exception cref="JsonException">It has another form; the message names the member.</exception>
    public static T Read<T>(string name) => Parse<T>(File.ReadAllText(Path.Combine(Checkout.Root, "data", name)));

    /// <exception cref="JsonException">It has another form; the message names the member.</exception>
    public static T Parse<T>(string json) => JsonSerializer.Deserialize<T>(json, Strict)!;
}
