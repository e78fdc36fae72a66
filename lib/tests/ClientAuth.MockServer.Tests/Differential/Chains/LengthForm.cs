namespace ClientAuth.MockServer.Tests.Differential.Chains;

/// <summary>How the length of a value is written (X.690 §8.1.3, §10.1). Only the first is DER.</summary>
/// <param name="Form">Which form.</param>
internal readonly record struct LengthForm(LengthForm.Kind Form)
{
    internal enum Kind
    {
        Minimal,
        Padded,
        Indefinite,
        OneMore,
        OneLess,
    }

    /// <summary>What closes a value of indefinite length.</summary>
    public byte[] End => Form == Kind.Indefinite ? [0, 0] : [];

    public byte[] Write(int length) =>
        Form switch
        {
            Kind.Padded => [0x83, 0, (byte)(length >> 8), (byte)length],
            Kind.Indefinite => [0x80],
            Kind.OneMore => Minimal(length + 1),
            Kind.OneLess => Minimal(Math.Max(length - 1, 0)),
            _ => Minimal(length),
        };

    private static byte[] Minimal(int length) =>
        length switch
        {
            < 0x80 => [(byte)length],
            < 0x100 => [0x81, (byte)length],
            _ => [0x82, (byte)(length >> 8), (byte)length],
        };
}
