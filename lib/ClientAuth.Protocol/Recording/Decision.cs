namespace ClientAuth.Protocol.Recording;

/// <summary>One line of a decision trace: one small check and how it ended. Holds no secret.</summary>
/// <param name="Check">Stable name of the check, for example <c>assertion.aud</c>.</param>
/// <param name="Expected">What the server wanted, in words or as the value.</param>
/// <param name="Seen">What the request held; a secret is described, never quoted.</param>
/// <param name="Verdict">How it ended. After the first failure nothing more is checked.</param>
/// <param name="Specification">Where the rule stands, for example <c>RFC 7523 §3</c>.</param>
public sealed record Decision(string Check, string Expected, string Seen, Verdict Verdict, string Specification);
