using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClientAuth.Protocol.Json;

/// <summary>An enumeration by its names in snake case, and by nothing else.</summary>
public sealed class NamedValue<T>()
    : JsonStringEnumConverter<T>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false)
    where T : struct, Enum;
