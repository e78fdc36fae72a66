namespace ClientAuth.FailureCases.Certificates;

/// <summary>Who signs a client certificate.</summary>
public enum CertificateIssuer
{
    /// <summary>The authority that the server trusts, or the last intermediate below it.</summary>
    Lab,

    /// <summary>An authority that it does not trust.</summary>
    Untrusted,

    /// <summary>An authority with the trusted one's name and another key.</summary>
    SameName,

    /// <summary>The certificate's own key.</summary>
    Self,

    /// <summary>The key of the client's own self-signed certificate, in a second self-signed certificate.</summary>
    Reissued,

    /// <summary>One of two authorities that have certified each other and that no other authority has certified.</summary>
    Loop,
}
