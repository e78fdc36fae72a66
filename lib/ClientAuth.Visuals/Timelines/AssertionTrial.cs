namespace ClientAuth.Visuals.Timelines;

/// <summary>An assertion that was sent once, and what the server made of it.</summary>
/// <param name="What">What the row is called.</param>
/// <param name="After">When it was sent, from the assertion's <c>iat</c> on; negative before it.</param>
/// <param name="FailingCheck">The check that refused it; null where it was accepted.</param>
public sealed record AssertionTrial(string What, TimeSpan After, string? FailingCheck);
