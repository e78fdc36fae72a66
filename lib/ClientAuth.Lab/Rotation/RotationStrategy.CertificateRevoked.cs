using static ClientAuth.Lab.Rotation.RotationCalendar;

namespace ClientAuth.Lab.Rotation;

public abstract partial record RotationStrategy
{
    /// <summary>The stolen certificate is put on the revocation list when the theft is found out; its install is given another.</summary>
    public sealed record CertificateRevoked : RotationStrategy
    {
        public override string Name => "certificate, revoked after a theft";

        internal override async Task<(FleetScene Scene, IReadOnlyList<OperatorsStep> Steps)> BeginAsync(
            IReadOnlyList<FleetDevice> devices,
            CancellationToken cancellationToken
        )
        {
            var scene = await CertificateScene.OpenAsync(devices, Beyond, cancellationToken);
            return (
                scene,
                [
                    new(TheftFound, scene.RevokeStolenAsync),
                    new(TheftFound, () => scene.AddGeneration(Beyond)),
                    new(TheftFound, () => scene.Offer(TheftFound)),
                ]
            );
        }
    }
}
