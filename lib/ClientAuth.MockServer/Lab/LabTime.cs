using System.Text.Json;
using ClientAuth.MockServer.Endpoints;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.MockServer.Lab;

/// <summary>The server's clock as JSON: what it shows, and how it is moved, forward and back.</summary>
internal sealed class LabTime(TimeProvider clock, Action<TimeSpan> move)
{
    private const double Century = 36_525.0 * 86_400;

    public RecordedResponse Show() =>
        JsonResponse.Of(200, new LabClockResponse(clock.GetUtcNow()), LabJson.Default.LabClockResponse);

    public RecordedResponse Move(JsonElement json)
    {
        var fields = JsonFields.Of(json);
        var step = fields.Seconds("move_seconds", -Century, Century);
        var time = fields.Time("set");
        fields.End();
        if (step is null == time is null)
        {
            throw new LabRequestException("one of move_seconds and set is needed, and not both");
        }

        try
        {
            move(step ?? time!.Value - clock.GetUtcNow());
        }
        catch (ArgumentOutOfRangeException)
        {
            throw new LabRequestException("the clock can be at most a century away from the machine's clock");
        }

        return Show();
    }
}
