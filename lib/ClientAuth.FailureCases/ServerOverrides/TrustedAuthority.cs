namespace ClientAuth.FailureCases.ServerOverrides;

/// <summary>An authority that a server trusts beside the fixture's.</summary>
public enum TrustedAuthority
{
    /// <summary>One with a name of its own.</summary>
    SomebodyElse,

    /// <summary>One with the fixture's name and another key.</summary>
    SameName,
}
