using static ClientAuth.Lab.Rotation.RotationCalendar;

namespace ClientAuth.Lab.Rotation;

public abstract partial record RotationStrategy
{
    /// <summary>The old key leaves the key set on the day on which the theft is found out, and the app insists on an update.</summary>
    public sealed record AssertionKeyWithdrawn : RotationStrategy
    {
        public override string Name => "assertion key, withdrawn, forced";

        internal override async Task<(FleetScene Scene, IReadOnlyList<OperatorsStep> Steps)> BeginAsync(
            IReadOnlyList<FleetDevice> devices,
            CancellationToken cancellationToken
        )
        {
            var scene = await AssertionKeyScene.OpenAsync(devices, cancellationToken);
            return (
                scene,
                [
                    new(TheftFound, scene.AddKey),
                    new(TheftFound, () => scene.Publish(1)),
                    new(TheftFound, () => scene.Offer(TheftFound, isForced: true)),
                ]
            );
        }
    }
}
