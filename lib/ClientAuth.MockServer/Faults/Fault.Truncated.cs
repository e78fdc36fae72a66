using System.Text;
using ClientAuth.MockServer.Exchanges;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.MockServer.Faults;

public abstract partial record Fault
{
    /// <summary>The beginning of the right answer, less than its <c>Content-Length</c> promises (RFC 9112 §8); then the connection ends.</summary>
    public sealed record Truncated : Fault
    {
        /// <param name="length">How many characters of the body are sent; null sends half of them. One at least is always missing.</param>
        /// <param name="resets">Whether the connection is reset and not closed; what was sent before may then be lost as well.</param>
        /// <exception cref="ArgumentOutOfRangeException">The length is negative.</exception>
        public Truncated(int? length = null, bool resets = false)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(length ?? 0, nameof(length));
            Length = length;
            Resets = resets;
        }

        public int? Length { get; }

        public bool Resets { get; }

        public override FaultMoment Moment => FaultMoment.AfterActing;

        private protected override string Words =>
            $"{(Resets ? "resets" : "closes")} the connection after {(Length is { } n ? $"{n} characters" : "half")} of the body";

        private protected override Task<Delivery> DeliverAsync(FaultedCall call, RecordedResponse? answer) =>
            Task.FromResult(new Delivery(Beginning(answer!)) { Resets = Resets });

        private RecordedResponse Beginning(RecordedResponse whole)
        {
            var length = Math.Min(Length ?? whole.Body.Length / 2, Math.Max(whole.Body.Length - 1, 0));
            // Half a surrogate pair is no character, and would be sent as another one.
            length -= length > 0 && char.IsHighSurrogate(whole.Body[length - 1]) ? 1 : 0;
            var promised = Math.Max(Encoding.UTF8.GetByteCount(whole.Body), 1);
            return whole with
            {
                Headers =
                [
                    .. whole.Headers.Where(header => !header.Is("Content-Length")),
                    new("Content-Length", $"{promised}"),
                    new("Connection", "close"),
                ],
                Body = whole.Body[..length],
            };
        }
    }
}
