using ClientAuth.MockServer.Exchanges;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.MockServer.Faults;

public abstract partial record Fault
{
    /// <summary>No answer: the connection is reset (RFC 9293 §3.5.2).</summary>
    public sealed record Reset : Fault
    {
        /// <param name="moment">Whether the endpoint acts first.</param>
        public Reset(FaultMoment moment = FaultMoment.BeforeActing) => Moment = moment;

        public override FaultMoment Moment { get; }

        private protected override string Words => "resets the connection";

        private protected override Task<Delivery> DeliverAsync(FaultedCall call, RecordedResponse? answer) =>
            Task.FromResult(Delivery.Nothing);
    }
}
