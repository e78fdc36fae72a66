using static ClientAuth.Lab.Rotation.RotationCalendar;

namespace ClientAuth.Lab.Rotation;

public abstract partial record RotationStrategy
{
    /// <summary>A new secret at the server, and on the same day a version of the app that holds it.</summary>
    /// <param name="OverlapDays">How long the old secret stays good beside it.</param>
    public sealed record SecretReplaced(int OverlapDays) : RotationStrategy
    {
        /// <summary>Whether the app refuses to go on until it is updated.</summary>
        public bool ForcesUpdate { get; init; }

        /// <exception cref="ArgumentOutOfRangeException">Negative, or too long for a year.</exception>
        public int OverlapDays { get; } = InReach(OverlapDays, Days);

        public override string Name =>
            $"secret, {(OverlapDays == 0 ? "no overlap" : $"{OverlapDays} days' overlap")}{(ForcesUpdate ? ", forced" : "")}";

        internal override async Task<(FleetScene Scene, IReadOnlyList<OperatorsStep> Steps)> BeginAsync(
            IReadOnlyList<FleetDevice> devices,
            CancellationToken cancellationToken
        )
        {
            var scene = await SecretScene.OpenAsync(devices, cancellationToken);
            return (
                scene,
                [
                    new(Due, () => scene.Rotate(TimeSpan.FromDays(OverlapDays))),
                    new(Due, () => scene.Offer(Due, ForcesUpdate)),
                ]
            );
        }
    }
}
