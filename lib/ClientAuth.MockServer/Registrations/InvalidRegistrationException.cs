namespace ClientAuth.MockServer.Registrations;

/// <summary>An operator's registration lacks something or is wrong; the message names client, field and rule.</summary>
/// <param name="message">What is wrong.</param>
/// <param name="check">The name of the rule that is broken, such as <c>registration.jwks_uri</c>; null where none of them is.</param>
public sealed class InvalidRegistrationException(string message, string? check) : ArgumentException(message)
{
    /// <summary>The name of the rule that is broken; null where none of them is.</summary>
    public string? Check => check;
}
