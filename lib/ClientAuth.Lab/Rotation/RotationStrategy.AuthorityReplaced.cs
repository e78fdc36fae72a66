using static ClientAuth.Lab.Rotation.RotationCalendar;

namespace ClientAuth.Lab.Rotation;

public abstract partial record RotationStrategy
{
    /// <summary>Another authority issues from the day of the rotation on. The certificates themselves would all outlast the year.</summary>
    /// <param name="DaysBothTrusted">How long the server trusts the old one beside the new.</param>
    public sealed record AuthorityReplaced(int DaysBothTrusted) : RotationStrategy
    {
        /// <exception cref="ArgumentOutOfRangeException">Negative, or too long for a year.</exception>
        public int DaysBothTrusted { get; } = InReach(DaysBothTrusted, Days);

        public override string Name =>
            DaysBothTrusted == 0 ? "new authority, old one dropped" : $"new authority, both {DaysBothTrusted} days";

        internal override async Task<(FleetScene Scene, IReadOnlyList<OperatorsStep> Steps)> BeginAsync(
            IReadOnlyList<FleetDevice> devices,
            CancellationToken cancellationToken
        )
        {
            var scene = await CertificateScene.OpenAsync(devices, Beyond, cancellationToken);
            var before = scene.Issuer;
            return (
                scene,
                [
                    new(Due, () => scene.ReplaceIssuer()),
                    new(Due, stop => scene.TrustAsync([before, scene.Issuer], stop)),
                    new(Due, () => scene.AddGeneration(Beyond)),
                    new(Due, () => scene.Offer(Due)),
                    new(Due + DaysBothTrusted, stop => scene.TrustAsync([scene.Issuer], stop)),
                ]
            );
        }
    }
}
