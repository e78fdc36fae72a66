namespace ClientAuth.Client;

/// <summary>
/// The authorization server could not be reached, was not trusted, or gave an answer that makes no sense. A refusal is none
/// of these: it is <see cref="TokenOutcome.Refused"/>.
/// </summary>
public sealed class AuthorizationServerException(string message, Exception? inner = null) : Exception(message, inner);
