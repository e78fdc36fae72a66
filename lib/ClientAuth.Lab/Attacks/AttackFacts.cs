namespace ClientAuth.Lab.Attacks;

/// <summary>What there is to say of an attack before it is tried.</summary>
/// <param name="Id">In kebab case.</param>
/// <param name="Group">What the attacker does.</param>
/// <param name="Name">In a few words.</param>
/// <param name="Holds">What the attacker has beforehand.</param>
/// <param name="Defence">What stops it.</param>
public sealed record AttackFacts(string Id, AttackGroup Group, string Name, string Holds, string Defence);
