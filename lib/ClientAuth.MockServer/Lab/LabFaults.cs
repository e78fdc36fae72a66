using System.Text.Json;
using ClientAuth.MockServer.Endpoints;
using ClientAuth.MockServer.Faults;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.MockServer.Lab;

/// <summary>The fault script as JSON: what is to come, and how often faults have struck.</summary>
internal sealed class LabFaults(FaultScript script)
{
    public RecordedResponse Show() =>
        JsonAnswer.Of(
            200,
            new LabFaultsAnswer(
                [
                    .. script
                        .Snapshot()
                        .Select(one => new LabFaultAnswer(JsonFields.NameOf(one.At), $"{one.Fault}", one.Times)),
                ],
                Enum.GetValues<FaultPoint>()
                    .Where(at => script.Seen(at) > 0)
                    .ToDictionary(JsonFields.NameOf, script.Seen)
            ),
            LabJson.Default.LabFaultsAnswer
        );

    public RecordedResponse Add(JsonElement json)
    {
        var (at, fault, times) = FaultReader.Read(json);
        if (fault is Fault.RefusedHandshake && times is null)
        {
            throw new LabRequestException(
                "times is missing; refused until it is cleared, no handshake would come through that clears it"
            );
        }

        if (at == FaultPoint.Connection != fault is Fault.RefusedHandshake)
        {
            throw new LabRequestException("refused_handshake goes with at connection, and nothing else does");
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
