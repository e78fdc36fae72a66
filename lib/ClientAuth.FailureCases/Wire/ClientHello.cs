using System.Security.Cryptography;

namespace ClientAuth.FailureCases.Wire;

/// <summary>The first message of a handshake, by hand, to be sent where none belongs (RFC 5246 §7.4.1.2).</summary>
internal static class ClientHello
{
    private const int RandomLength = 32;

    /// <summary>A record in clear: TLS 1.2, no session, one cipher suite, no compression and no extension.</summary>
    public static byte[] Record()
    {
        byte[] body = [3, 3, .. RandomNumberGenerator.GetBytes(RandomLength), 0, 0, 2, 0xC0, 0x2B, 1, 0];
        byte[] message = [1, 0, 0, (byte)body.Length, .. body];
        return [22, 3, 3, 0, (byte)message.Length, .. message];
    }
}
