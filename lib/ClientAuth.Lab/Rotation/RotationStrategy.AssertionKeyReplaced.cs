using static ClientAuth.Lab.Rotation.RotationCalendar;

namespace ClientAuth.Lab.Rotation;

public abstract partial record RotationStrategy
{
    /// <summary>The next key is published at <c>jwks_uri</c> on the day of the rotation, and offered to the installs.</summary>
    /// <param name="OverlapDays">How long the old key stays published beside it.</param>
    public sealed record AssertionKeyReplaced(int OverlapDays) : RotationStrategy
    {
        /// <exception cref="ArgumentOutOfRangeException">Negative, or too long for a year.</exception>
        public int OverlapDays { get; } = InReach(OverlapDays, Days);

        public override string Name =>
            OverlapDays == 0 ? "assertion key, no overlap" : $"assertion key, {OverlapDays} days' overlap";

        internal override async Task<(FleetScene Scene, IReadOnlyList<OperatorsStep> Steps)> BeginAsync(
            IReadOnlyList<FleetDevice> devices,
            CancellationToken cancellationToken
        )
        {
            var scene = await AssertionKeyScene.OpenAsync(devices, cancellationToken);
            return (
                scene,
                [
                    new(Due, scene.AddKey),
                    new(Due, () => scene.Publish(0, 1)),
                    new(Due, () => scene.Offer(Due)),
                    new(Due + OverlapDays, () => scene.Publish(1)),
                ]
            );
        }
    }
}
