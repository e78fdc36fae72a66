using ClientAuth.MockServer.Exchanges;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.MockServer.Faults;

public abstract partial record Fault
{
    /// <summary>The right answer, late. Where the client leaves before the endpoint has acted, it never does.</summary>
    public sealed record Late : Fault
    {
        /// <param name="by">On the server's clock; null waits for <see cref="FaultScript.Release"/>.</param>
        /// <param name="moment">Whether the endpoint acts before the wait or after it.</param>
        /// <exception cref="ArgumentOutOfRangeException">The wait is negative or longer than a day.</exception>
        public Late(TimeSpan? by = null, FaultMoment moment = FaultMoment.BeforeActing)
        {
            By = by is { } wait ? FaultWaits.Checked(wait) : null;
            Moment = moment;
        }

        public TimeSpan? By { get; }

        public override FaultMoment Moment { get; }

        private protected override string Words =>
            By is { } wait ? $"waits {wait.TotalSeconds:0.###} s" : "waits to be released";

        private protected override async Task<Delivery> DeliverAsync(FaultedCall call, RecordedResponse? answer) =>
            answer is not null ? new Delivery(answer) { Waits = () => call.WaitAsync(By) }
            : await call.WaitAsync(By) ? new Delivery(await call.ActAsync())
            : Delivery.Nothing;
    }
}
