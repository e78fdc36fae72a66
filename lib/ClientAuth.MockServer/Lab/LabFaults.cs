using System.Text.Json;
using ClientAuth.MockServer.Endpoints;
using ClientAuth.MockServer.Faults;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.MockServer.Lab;

/// <summary>The fault script as JSON: what is to come, and how often faults have struck.</summary>
internal sealed class LabFaults(FaultScript script)
{
    public RecordedResponse Show() =>
        JsonResponse.Of(
            200,
            new LabFaultsResponse(
                [
                    .. script
                        .Snapshot()
                        .Select(one => new LabFaultResponse(JsonFields.NameOf(one.At), $"{one.Fault}", one.Times)),
                ],
                Enum.GetValues<FaultPoint>()
                    .Where(at => script.Seen(at) > 0)
                    .ToDictionary(JsonFields.NameOf, script.Seen)
            ),
            LabJson.Default.LabFaultsResponse
        );

    public RecordedResponse Add(JsonElement json)
    {
        var (at, fault, times) = FaultReader.Read(json);
        if (fault is Fault.RefusedHandshake && times is null)
        {
            throw new LabRequestException(
                "times is missing; without it the server would refuse every handshake, even the one for clearing the fault"
            );
        }

        if (at == FaultPoint.Connection != fault is Fault.RefusedHandshake)
        {
            throw new LabRequestException(
                "refused_handshake is for at connection only, and at connection takes no other fault"
            );
        }

        try
        {
            script.Add(at, fault, times);
        }
        catch (ArgumentException problem)
        {
            throw new LabRequestException(problem.Message);
        }

        return Show();
    }

    public RecordedResponse Clear()
    {
        script.Clear();
        return Show();
    }

    public RecordedResponse Release(JsonElement json)
    {
        JsonFields.Of(json).End();
        script.Release();
        return Show();
    }
}
