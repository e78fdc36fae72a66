namespace ClientAuth.FailureCases.Values;

/// <summary>A case asks for what cannot be made; its author must change it. The runner reports the message as a problem.</summary>
internal sealed class UnusableCaseException(string message) : Exception(message);
