namespace ClientAuth.MockServer.Lab;

/// <summary>What the server's clock shows.</summary>
internal sealed record LabClockResponse(DateTimeOffset Now);
