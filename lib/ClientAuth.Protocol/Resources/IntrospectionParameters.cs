namespace ClientAuth.Protocol.Resources;

/// <summary>Names of the form parameters of an introspection request (RFC 7662 §2.1) and of a revocation request (RFC 7009 §2.1).</summary>
public static class IntrospectionParameters
{
    public const string Token = "token";

    /// <summary>A hint and no more: a server that does not know its value ignores it.</summary>
    public const string TokenTypeHint = "token_type_hint";
}
