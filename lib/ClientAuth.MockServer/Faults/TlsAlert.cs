namespace ClientAuth.MockServer.Faults;

/// <summary>Fatal alerts that a server may answer a <c>ClientHello</c> with, by their registered numbers (RFC 8446 §6).</summary>
public enum TlsAlert
{
    HandshakeFailure = 40,
    AccessDenied = 49,
    ProtocolVersion = 70,
    InternalError = 80,
    UnrecognizedName = 112,
}
