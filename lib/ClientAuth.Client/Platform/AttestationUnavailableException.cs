namespace ClientAuth.Client.Platform;

/// <summary>The platform of a device does not attest its apps; nothing has been sent. The message says why.</summary>
public sealed class AttestationUnavailableException(string message) : Exception(message);
