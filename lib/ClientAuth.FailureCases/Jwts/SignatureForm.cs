namespace ClientAuth.FailureCases.Jwts;

/// <summary>What becomes of a good signature, or stands in its place.</summary>
public enum SignatureForm
{
    /// <summary>No octet.</summary>
    Empty,

    /// <summary>One bit of it is another.</summary>
    BitFlipped,

    /// <summary>Its last octet is gone.</summary>
    Truncated,

    /// <summary>An octet more.</summary>
    Extended,

    /// <summary>All octets zero: r = s = 0 (CVE-2022-21449).</summary>
    Zero,

    /// <summary>r and s are the order of the curve.</summary>
    Order,

    /// <summary>r is the order of the curve.</summary>
    ROrder,

    /// <summary>s is the order of the curve.</summary>
    SOrder,

    /// <summary>r and s in DER, as X.509 has them, in place of r and s side by side (RFC 7518 §3.4).</summary>
    Der,

    /// <summary>s greater than the order, though equal modulo it.</summary>
    SBeyondOrder,

    /// <summary>PKCS#1: padding of zeros in place of ones.</summary>
    Pkcs1ZeroPadding,

    /// <summary>PKCS#1: block type 2, which is for encryption.</summary>
    Pkcs1BlockType2,

    /// <summary>PKCS#1: eight octets of padding, and garbage behind the hash (Bleichenbacher 2006).</summary>
    Pkcs1TrailingGarbage,

    /// <summary>PKCS#1: garbage in the parameters of the hash's algorithm.</summary>
    Pkcs1ParameterGarbage,

    /// <summary>PKCS#1: the bare hash, without saying which.</summary>
    Pkcs1BareHash,

    /// <summary>PKCS#1: the hash is said to be another.</summary>
    Pkcs1OtherHash,

    /// <summary>PKCS#1: the octet between padding and hash is missing.</summary>
    Pkcs1NoSeparator,
}
