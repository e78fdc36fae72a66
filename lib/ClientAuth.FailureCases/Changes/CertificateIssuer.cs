namespace ClientAuth.FailureCases.Changes;

/// <summary>Who signs a client certificate.</summary>
public enum CertificateIssuer
{
    /// <summary>The authority that the server trusts.</summary>
    Lab,

    /// <summary>An authority that it does not trust.</summary>
    Untrusted,

    /// <summary>An authority with the trusted one's name and another key.</summary>
    SameName,

    /// <summary>Nobody but its own key.</summary>
    Self,

    /// <summary>A certificate below the trusted authority; <see cref="CertificateChange.Intermediate"/> says what is wrong with it.</summary>
    Intermediate,
}
