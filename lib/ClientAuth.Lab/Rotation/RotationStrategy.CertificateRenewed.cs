using static ClientAuth.Lab.Rotation.RotationCalendar;

namespace ClientAuth.Lab.Rotation;

public abstract partial record RotationStrategy
{
    /// <summary>Certificates that run out on the day of the rotation and every so many days after it, renewed by the same authority.</summary>
    /// <param name="DaysBeforeExpiry">How long before that the next ones are offered; 0 is when somebody has noticed.</param>
    public sealed record CertificateRenewed(int DaysBeforeExpiry) : RotationStrategy
    {
        /// <exception cref="ArgumentOutOfRangeException">Negative, or too long for a year.</exception>
        public int DaysBeforeExpiry { get; } = InReach(DaysBeforeExpiry, Due - 1);

        public override string Name =>
            DaysBeforeExpiry == 0
                ? "certificate, renewed on expiry"
                : $"certificate, renewed {DaysBeforeExpiry} days before";

        internal override async Task<(FleetScene Scene, IReadOnlyList<OperatorsStep> Steps)> BeginAsync(
            IReadOnlyList<FleetDevice> devices,
            CancellationToken cancellationToken
        )
        {
            var lifetime = TimeSpan.FromDays(Due);
            var scene = await CertificateScene.OpenAsync(devices, lifetime, cancellationToken);
            return (scene, [.. RenewalDays().Select(day => new OperatorsStep(day, () => Renew(day)))]);

            void Renew(int day)
            {
                scene.AddGeneration(lifetime);
                scene.Offer(day);
            }
        }

        private IEnumerable<int> RenewalDays()
        {
            for (var day = Due - DaysBeforeExpiry; day < Days; day += Due - DaysBeforeExpiry)
            {
                yield return day;
            }
        }
    }
}
