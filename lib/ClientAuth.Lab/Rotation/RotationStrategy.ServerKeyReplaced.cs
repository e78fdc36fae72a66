using static ClientAuth.Lab.Rotation.RotationCalendar;

namespace ClientAuth.Lab.Rotation;

public abstract partial record RotationStrategy
{
    /// <summary>The server changes its key, which the apps pin; on the same day there is a version of the app that pins the new one.</summary>
    /// <param name="IsBackupPinned">Whether every version of the app pins the next key beside the present one.</param>
    public sealed record ServerKeyReplaced(bool IsBackupPinned) : RotationStrategy
    {
        public override string Name => $"pinned server key, {(IsBackupPinned ? "backup pin" : "no backup")}";

        internal override async Task<(FleetScene Scene, IReadOnlyList<OperatorsStep> Steps)> BeginAsync(
            IReadOnlyList<FleetDevice> devices,
            CancellationToken cancellationToken
        )
        {
            var scene = await PinScene.OpenAsync(devices, IsBackupPinned, cancellationToken);
            return (scene, [new(Due, scene.RotateServerKeyAsync), new(Due, () => scene.Offer(Due))]);
        }
    }
}
