using ClientAuth.MockServer.Exchanges;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.MockServer.Faults;

public abstract partial record Fault
{
    /// <summary>The right answer under a wrong <c>Content-Type</c>.</summary>
    public sealed record WrongContentType : Fault
    {
        /// <exception cref="ArgumentException">It holds what no header may hold.</exception>
        public WrongContentType(string contentType = "text/html")
        {
            ResponseRules.Check(200, "", [new("Content-Type", contentType)]);
            ContentType = contentType;
        }

        public string ContentType { get; }

        public override FaultMoment Moment => FaultMoment.AfterActing;

        private protected override string Words => $"calls the body {ContentType}";

        private protected override Task<Delivery> DeliverAsync(FaultedCall call, RecordedResponse? answer) =>
            Task.FromResult(
                new Delivery(
                    answer! with
                    {
                        Headers =
                        [
                            new("Content-Type", ContentType),
                            .. answer.Headers.Where(header => !header.Is("Content-Type")),
                        ],
                    }
                )
            );
    }
}
