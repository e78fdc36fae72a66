namespace ClientAuth.Devices.Chains;

/// <summary>Which certificates of a chain carry the platform's statement; only <see cref="Leaf"/> is right.</summary>
[Flags]
public enum StatementPlace
{
    None = 0,
    Leaf = 1,
    Intermediate = 2,
}
