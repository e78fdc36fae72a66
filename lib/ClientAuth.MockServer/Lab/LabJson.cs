using System.Text.Json.Serialization;

namespace ClientAuth.MockServer.Lab;

/// <summary>The JSON that the lab answers with.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(LabFaultsResponse))]
[JsonSerializable(typeof(IReadOnlyList<LabExchangeResponse>))]
[JsonSerializable(typeof(LabClockResponse))]
internal sealed partial class LabJson : JsonSerializerContext;
