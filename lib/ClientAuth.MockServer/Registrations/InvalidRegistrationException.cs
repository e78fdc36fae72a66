namespace ClientAuth.MockServer.Registrations;

/// <summary>An operator's registration lacks something or is wrong; the message names client, field and rule.</summary>
public sealed class InvalidRegistrationException : ArgumentException
{
    /// <param name="message">What is wrong.</param>
    /// <param name="check">The name of the rule that is broken, or null.</param>
    internal InvalidRegistrationException(string message, string? check)
        : base(message) => Check = check;

    /// <summary>The name of the rule that is broken, such as <c>registration.jwks_uri</c>; null where none of them is.</summary>
    public string? Check { get; }
}
