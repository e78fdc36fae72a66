using ClientAuth.Credentials;
using ClientAuth.MockServer;
using ClientAuth.Protocol;

namespace ClientAuth.Lab;

/// <summary>What a lesson may choose about its lab.</summary>
public sealed record LabOptions
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
                    AccessTokenLifetime = HalfADay,
                    ClientAttestationTokenLifetime = HalfADay,
                    NonceLifetime = HalfADay,
                },
        };

    /// <summary>The clients to register; <c>data/clients.json</c> where there are none. Missing credentials are made.</summary>
    public IReadOnlyList<ClientMetadata> Clients { get; init; } = [];

    /// <summary>A change to the server's options, for example <c>options => options with { ClockSkew = TimeSpan.Zero }</c>.</summary>
    public Func<AuthorizationServerOptions, AuthorizationServerOptions> Server { get; init; } = options => options;

    /// <summary>How long the server's certificate is good; a lesson that moves the clock further needs more than the day that is given.</summary>
    public TimeSpan ServerCertificateLifetime { get; init; } = TimeSpan.FromDays(1);

    /// <summary>The machine's clock, from which the lab's own starts.</summary>
    public TimeProvider MachineClock { get; init; } = TimeProvider.System;

    internal CertificateProfile ServerProfile =>
        CertificateProfile.LoopbackServer() with
        {
            EndsIn = ServerCertificateLifetime,
        };
}
