using System.Diagnostics;
using ClientAuth.MockServer.Exchanges;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.MockServer.Faults;

public abstract partial record Fault
{
    /// <summary>No TLS connection comes about, so there is no request and no exchange. The one fault of <see cref="FaultPoint.Connection"/>.</summary>
    /// <param name="Alert">What the server says as it refuses; null closes the connection without an alert.</param>
    public sealed record RefusedHandshake(TlsAlert? Alert = null) : Fault
    {
        public override FaultMoment Moment => FaultMoment.BeforeActing;

        private protected override string Words =>
            $"refuses the handshake {(Alert is { } alert ? $"with the alert {alert}" : "without an alert")}";

        private protected override Task<Delivery> DeliverAsync(FaultedCall call, RecordedResponse? answer) =>
            throw new UnreachableException("There is no request yet.");
    }
}
