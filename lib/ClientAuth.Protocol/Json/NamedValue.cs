using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClientAuth.Protocol.Json;

/// <summary>Reads and writes an enumeration by its names in snake case; numbers are refused.</summary>
public sealed class NamedValue<T>()
    : JsonStringEnumConverter<T>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false)
    where T : struct, Enum;
