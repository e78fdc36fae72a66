namespace ClientAuth.MockServer.Options;

/// <summary>Whether an assertion must name its key by <c>kid</c>.</summary>
public enum KeyIdPolicy
{
    /// <summary>Without a <c>kid</c> each registered key that fits is tried.</summary>
    Optional,

    /// <summary>Where a client has more than one key, the header names one of them (OpenID Connect Core §10.1).</summary>
    RequiredAmongSeveral,
}
