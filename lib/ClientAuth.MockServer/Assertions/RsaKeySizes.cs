namespace ClientAuth.MockServer.Assertions;

/// <summary>How long an RSA key may be, in bits. The least is the operator's choice (RFC 7518 §3.3).</summary>
internal static class RsaKeySizes
{
    /// <summary>The longest: who brings a key along chooses what it costs to verify with, and more bits than these guard nothing.</summary>
    public const int Maximum = 8192;

    public static bool Fits(int size, int minimum) => size >= minimum && size <= Maximum;

    /// <summary>What is allowed, for a trace.</summary>
    public static string Describe(int minimum) => $"RSA keys of {minimum} to {Maximum} bits";
}
