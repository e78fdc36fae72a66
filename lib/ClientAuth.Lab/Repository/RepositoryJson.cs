using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClientAuth.Lab.Repository;

/// <summary>How files of <c>data/</c> are written: an unknown member, a duplicate name, a null or a missing member is an error.</summary>
internal static class RepositoryJson
{
    /// <summary>For a context of its own: a context keeps the options that it is made with.</summary>
    public static JsonSerializerOptions NewOptions() =>
        new()
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            AllowDuplicateProperties = false,
        };
}
