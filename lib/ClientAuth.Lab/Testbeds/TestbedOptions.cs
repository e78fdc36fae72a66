using ClientAuth.Credentials;
using ClientAuth.MockServer;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Testbeds;

/// <summary>What may be chosen about a testbed.</summary>
public record TestbedOptions
{
    /// <summary>The clients to register; <c>data/clients.json</c> where there are none. Missing credentials are made.</summary>
    public IReadOnlyList<ClientMetadata> Clients { get; init; } = [];

    /// <summary>A change to the server's options, for example <c>options => options with { ClockSkew = TimeSpan.Zero }</c>.</summary>
    public Func<AuthorizationServerOptions, AuthorizationServerOptions> Server { get; init; } = options => options;

    /// <summary>How long the server's certificate is good; a lesson that moves the clock further needs more than the day that is given.</summary>
    public TimeSpan ServerCertificateLifetime { get; init; } = TimeSpan.FromDays(1);

    /// <summary>The machine's clock, from which the testbed's own starts.</summary>
    public TimeProvider MachineClock { get; init; } = TimeProvider.System;

    internal CertificateProfile ServerProfile =>
        CertificateProfile.LoopbackServer() with
        {
            EndsIn = ServerCertificateLifetime,
        };
}
