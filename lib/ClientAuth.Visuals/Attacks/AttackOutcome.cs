using ClientAuth.Protocol.Recording;

namespace ClientAuth.Visuals.Attacks;

/// <summary>The outcome of an attack at one server.</summary>
/// <param name="Succeeded">Whether the attacker has what they came for.</param>
/// <param name="Result">What the attacker holds now, or what is left of the attempt.</param>
public sealed record AttackOutcome(bool Succeeded, string Result)
{
    /// <summary>The check that refused it; null where it succeeded, and where no check of the server was needed to stop it.</summary>
    public Decision? StoppedBy { get; init; }

    /// <summary>Status and error code as they crossed the wire; null where nothing did.</summary>
    public string? Response { get; init; }

    /// <summary>In a few words.</summary>
    internal string Verdict => Succeeded ? "✗ works" : "✓ stopped";
}
