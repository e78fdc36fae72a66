namespace ClientAuth.Protocol.Tls;

/// <summary>The place where the bytes of a message no longer match its specification.</summary>
/// <param name="Where">The message, or whose bytes: <c>ClientHello</c>, <c>what the server sent</c>.</param>
/// <param name="Offset">Bytes from its beginning.</param>
/// <param name="Expected">What had to stand there.</param>
public sealed record WireProblem(string Where, int Offset, string Expected)
{
    /// <summary>For example <c>byte 12 of ClientHello: expected 32 bytes of random, 4 bytes are left</c>.</summary>
    public override string ToString() => $"byte {Offset} of {Where}: expected {Expected}";
}
