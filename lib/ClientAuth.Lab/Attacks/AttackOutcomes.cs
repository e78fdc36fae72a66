using System.Globalization;
using System.Text.Json;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;
using ClientAuth.Visuals.Attacks;

namespace ClientAuth.Lab.Attacks;

/// <summary>Reads from the exchange that decides an attack what came of it.</summary>
internal static class AttackOutcomes
{
    public static AttackOutcome Of(RecordedExchange decisive) =>
        TokenIn(decisive.Response) is { } token
            ? new AttackOutcome(true, Words(DecodedJwt.Parse(token)))
            : new AttackOutcome(false, "no token")
            {
                StoppedBy = decisive.Trace.Failure,
                Response = string.Create(
                    CultureInfo.InvariantCulture,
                    $"{decisive.Response.Status} {ErrorIn(decisive.Response)}"
                ),
            };

    private static string Words(DecodedJwt token)
    {
        var binding = token.Payload.TryGetProperty("cnf", out var cnf) ? cnf : default;
        var bound =
            binding.ValueKind != JsonValueKind.Object ? ""
            : binding.TryGetProperty("jkt", out _) ? ", bound to the attacker's key"
            : ", bound to the victim's certificate";
        return $"an access token of '{token.ClaimString("client_id")}', scope '{token.ClaimString("scope")}'{bound}";
    }

    private static string? TokenIn(RecordedResponse response) =>
        response.Status == 200
            ? JsonSerializer.Deserialize(response.Body, ProtocolJson.Default.TokenResponse)?.AccessToken
            : null;

    private static string ErrorIn(RecordedResponse response) =>
        JsonSerializer.Deserialize(response.Body, ProtocolJson.Default.ErrorResponse)?.Error ?? "";
}
