using ClientAuth.MockServer.Checks;

namespace ClientAuth.MockServer.Proofs;

/// <summary>What one kind of JWT must be before its claims are looked at.</summary>
/// <param name="Type">Its <c>typ</c>, one of <see cref="Protocol.JwtTypes"/>.</param>
/// <param name="Typ">The rule that says so.</param>
/// <param name="Alg">The rule for its algorithm.</param>
/// <param name="Crit">The rule for extensions.</param>
/// <param name="Signature">The rule for its signature.</param>
internal sealed record JoseRules(string Type, Rule Typ, Rule Alg, Rule Crit, Rule Signature);
