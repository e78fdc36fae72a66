namespace ClientAuth.Visuals.Attacks;

/// <summary>One attack on a board.</summary>
/// <param name="Group">What the attacker does.</param>
/// <param name="Attack">Its name.</param>
/// <param name="Holds">What the attacker has before it.</param>
public sealed record AttackRow(string Group, string Attack, string Holds)
{
    /// <summary>At a server without the defence; null where it was not tried.</summary>
    public AttackOutcome? Without { get; init; }

    /// <summary>At a server with the defence; null where it was not tried.</summary>
    public AttackOutcome? With { get; init; }
}
