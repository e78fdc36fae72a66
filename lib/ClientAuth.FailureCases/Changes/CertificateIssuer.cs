namespace ClientAuth.FailureCases.Changes;

/// <summary>Who signs a client certificate.</summary>
public enum CertificateIssuer
{
    /// <summary>The authority that the server trusts, or the last of <see cref="CertificateChange.Intermediates"/> below it.</summary>
    Lab,

    /// <summary>An authority that it does not trust.</summary>
    Untrusted,

    /// <summary>An authority with the trusted one's name and another key.</summary>
    SameName,

    /// <summary>Nobody but its own key.</summary>
    Self,

    /// <summary>The key of the client's own self-signed certificate, which it has once more in another.</summary>
    Reissued,

    /// <summary>One of two authorities that vouch for each other and for whom nobody else does.</summary>
    Loop,
}
