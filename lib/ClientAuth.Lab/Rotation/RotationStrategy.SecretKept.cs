namespace ClientAuth.Lab.Rotation;

public abstract partial record RotationStrategy
{
    /// <summary>The secret is never rotated. The other strategies are compared with this one.</summary>
    public sealed record SecretKept : RotationStrategy
    {
        public override string Name => "secret, never rotated";

        internal override async Task<(FleetScene Scene, IReadOnlyList<OperatorsStep> Steps)> BeginAsync(
            IReadOnlyList<FleetDevice> devices,
            CancellationToken cancellationToken
        ) => (await SecretScene.OpenAsync(devices, cancellationToken), []);
    }
}
