namespace ClientAuth.MockServer.Options;

/// <summary>What the header parameter <c>typ</c> of an assertion must be.</summary>
public enum TypPolicy
{
    /// <summary>Absent, <c>JWT</c> or <c>client-authentication+jwt</c>; any other type is refused (RFC 10070 §4).</summary>
    Optional,

    /// <summary>
    /// <c>client-authentication+jwt</c>, as RFC 8725 §3.11 has explicit typing. To ask it of clients is NOT RECOMMENDED by
    /// RFC 10070 §4: those that were written before it send none.
    /// </summary>
    Required,
}
