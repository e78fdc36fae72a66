using ClientAuth.MockServer.Exchanges;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.MockServer.Faults;

/// <summary>A way in which a server misbehaves on purpose, for the next requests of a <see cref="FaultScript"/>. All cases are nested here, one file each.</summary>
public abstract partial record Fault
{
    private Fault() { }

    public abstract FaultMoment Moment { get; }

    /// <summary>What happens to the answer, in words for a trace.</summary>
    private protected abstract string Words { get; }

    /// <param name="call">The request that it strikes.</param>
    /// <param name="answer">What the endpoint answered; null where it has not acted.</param>
    private protected abstract Task<Delivery> DeliverAsync(FaultedCall call, RecordedResponse? answer);

    public sealed override string ToString() =>
        Moment == FaultMoment.BeforeActing
            ? $"{Words}, before the endpoint acts"
            : $"{Words}, after the endpoint has acted";

    internal async Task<Delivery> StrikeAsync(FaultedCall call)
    {
        var answer = Moment == FaultMoment.AfterActing ? await call.ActAsync() : null;
        call.Note(answer is null ? $"{this}" : $"{this} and answered {answer}");
        return await DeliverAsync(call, answer);
    }
}
