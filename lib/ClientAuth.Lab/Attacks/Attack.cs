using ClientAuth.Lab.Testbeds;
using ClientAuth.MockServer;
using ClientAuth.MockServer.Options;
using ClientAuth.Protocol;
using ClientAuth.Visuals.Attacks;

namespace ClientAuth.Lab.Attacks;

/// <summary>
/// An attack on the authentication of clients, carried out for real: with its defence it meets a server as it is, without it one that
/// differs in this defence and in nothing else. Each attack is a class in a file of its own.
/// </summary>
public abstract class Attack
{
    private protected Attack(AttackFacts facts) => Facts = facts;

    public AttackFacts Facts { get; }

    /// <summary>Carries the attack out against a server that is opened for it alone.</summary>
    /// <param name="defended">Whether the server has the defence.</param>
    /// <param name="cancellationToken">Gives the attack up.</param>
    /// <returns>What came of it; null where this machine cannot try it.</returns>
    public virtual async Task<AttackOutcome?> TryAsync(bool defended, CancellationToken cancellationToken = default) =>
        await TryAtAsync(Server(defended), cancellationToken);

    public override string ToString() => Facts.Name;

    /// <summary>The clients of the server; none for those of <c>data/clients.json</c>.</summary>
    private protected virtual IReadOnlyList<ClientMetadata> Clients => [];

    /// <summary>The clock from which the lab's own starts.</summary>
    private protected virtual TimeProvider MachineClock => TimeProvider.System;

    /// <summary>What both servers have beside the usual.</summary>
    private protected virtual AuthorizationServerOptions Prepare(AuthorizationServerOptions options) => options;

    /// <summary>Takes the defence away.</summary>
    private protected virtual AuthorizationServerOptions Without(AuthorizationServerOptions options) => options;

    /// <summary>Ends with the request that decides it.</summary>
    private protected virtual Task CarryOutAsync(Testbed target, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    /// <summary>Carries the attack out against a server with these options.</summary>
    private protected async Task<AttackOutcome> TryAtAsync(
        Func<AuthorizationServerOptions, AuthorizationServerOptions> server,
        CancellationToken cancellationToken
    )
    {
        await using var target = await OpenAsync(server, cancellationToken);
        await CarryOutAsync(target, cancellationToken);
        return AttackOutcomes.Of(target.LastExchange);
    }

    private protected Task<Testbed> OpenAsync(bool defended, CancellationToken cancellationToken) =>
        OpenAsync(Server(defended), cancellationToken);

    private protected static AuthorizationServerOptions SwitchOff(
        AuthorizationServerOptions options,
        Defence defence
    ) => options with { SwitchedOff = [.. options.SwitchedOff, defence] };

    private Func<AuthorizationServerOptions, AuthorizationServerOptions> Server(bool defended) =>
        options => defended ? Prepare(options) : Without(Prepare(options));

    private Task<Testbed> OpenAsync(
        Func<AuthorizationServerOptions, AuthorizationServerOptions> server,
        CancellationToken cancellationToken
    ) =>
        Testbed.StartAsync(
            new TestbedOptions
            {
                Clients = Clients,
                Server = server,
                MachineClock = MachineClock,
            },
            cancellationToken
        );
}

/// <summary>What there is to say of an attack before it is tried.</summary>
/// <param name="Id">In kebab case.</param>
/// <param name="Group">What the attacker does.</param>
/// <param name="Name">In a few words.</param>
/// <param name="Holds">What the attacker has beforehand.</param>
/// <param name="Defence">What stops it.</param>
public sealed record AttackFacts(string Id, AttackGroup Group, string Name, string Holds, string Defence);

/// <summary>What an attacker does to come by a token.</summary>
public enum AttackGroup
{
    /// <summary>Something that lies open, or is handed to them.</summary>
    Reads,

    /// <summary>A proof, without the key that it needs.</summary>
    Forges,

    /// <summary>Something genuine, once more.</summary>
    Replays,

    /// <summary>What is short, or listens for what the server does not say.</summary>
    Guesses,

    /// <summary>A key, or what a device keeps.</summary>
    Steals,
}
