namespace ClientAuth.FailureCases.ServerOverrides;

/// <summary>The revocation list that a server is given. It names one certificate of the fixture: that of <c>revoked</c>.</summary>
public enum RevocationChoice
{
    /// <summary>In force for a day.</summary>
    Current,

    /// <summary>In force for a minute.</summary>
    ForAMinute,

    /// <summary>In the authority's name, and signed with another key.</summary>
    Forged,
}
