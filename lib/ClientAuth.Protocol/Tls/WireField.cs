namespace ClientAuth.Protocol.Tls;

/// <summary>One field of a message, as its specification names it.</summary>
/// <param name="Name">For example <c>cipher_suite</c>.</param>
/// <param name="Value">What the bytes mean, in words or as the registered name.</param>
/// <param name="Bytes">As they crossed the wire.</param>
/// <param name="Depth">How many fields it is inside of.</param>
public sealed record WireField(string Name, string Value, ReadOnlyMemory<byte> Bytes, int Depth);
