using ClientAuth.MockServer.Exchanges;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.MockServer.Faults;

public abstract partial record Fault
{
    /// <summary>The right answer, byte by byte. Each arrives in time; the whole does not.</summary>
    public sealed record Slow : Fault
    {
        /// <param name="perByte">On the server's clock, before each byte of the body but the first.</param>
        /// <exception cref="ArgumentOutOfRangeException">The wait is negative or longer than a day.</exception>
        public Slow(TimeSpan perByte) => PerByte = FaultWaits.Checked(perByte);

        public TimeSpan PerByte { get; }

        public override FaultMoment Moment => FaultMoment.AfterActing;

        private protected override string Words => $"sends a byte every {PerByte.TotalSeconds:0.###} s";

        private protected override Task<Delivery> DeliverAsync(FaultedCall call, RecordedResponse? answer) =>
            Task.FromResult(new Delivery(answer!) { WaitsForByte = () => call.WaitAsync(PerByte) });
    }
}
