using ClientAuth.MockServer.Endpoints;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.MockServer.Faults;

/// <summary>A request that a fault strikes, and what the fault can do with it.</summary>
internal sealed class FaultedCall(
    EndpointCall call,
    EndpointTable endpoints,
    FaultWaits waits,
    CancellationToken clientGone
)
{
    public Task<RecordedResponse> ActAsync() => endpoints.RespondAsync(call, clientGone);

    public Task<bool> WaitAsync(TimeSpan? time) => waits.WaitAsync(time, clientGone);

    public void Note(string fault) => call.Trace.Strike(fault);
}
