namespace ClientAuth.MockServer.Lab;

/// <summary>One fault that is to come; <c>times</c> is absent where it lasts until it is cleared.</summary>
internal sealed record LabFaultResponse(string At, string Fault, int? Times);
