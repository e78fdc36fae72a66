using ClientAuth.Lab.Testbeds;

namespace ClientAuth.Lab;

/// <summary>What a lesson may choose about its lab.</summary>
public sealed record LabOptions : TestbedOptions
{
    private static readonly TimeSpan HalfADay = TimeSpan.FromHours(12);

    /// <summary>
    /// For a lesson whose later cells use what earlier ones obtained: tokens, nonces and challenges are good for half a day, however
    /// slowly it is read.
    /// </summary>
    public static LabOptions Unhurried { get; } =
        new()
        {
            Server = options =>
                options with
                {
                    Tokens = options.Tokens with { AccessTokenLifetime = HalfADay },
                    Apps = options.Apps with { ClientAttestationTokenLifetime = HalfADay },
                    Proofs = options.Proofs with { NonceLifetime = HalfADay },
                },
        };
}
