namespace ClientAuth.MockServer.Lab;

/// <summary>What a request to the lab asks for cannot be done. The message goes to whoever asked: it names the field.</summary>
internal sealed class LabRequestException(string message) : Exception(message);
