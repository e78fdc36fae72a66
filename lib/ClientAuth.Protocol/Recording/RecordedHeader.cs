namespace ClientAuth.Protocol.Recording;

/// <summary>One HTTP header field as it crossed the wire.</summary>
public sealed record RecordedHeader(string Name, string Value);
