namespace ClientAuth.Protocol;

/// <summary>Error codes of the registration endpoint (RFC 7591 §3.2.2).</summary>
public static class RegistrationErrors
{
    /// <summary>A redirection address is missing or none that the server sends browsers to.</summary>
    public const string InvalidRedirectUri = "invalid_redirect_uri";

    /// <summary>A member is malformed, contradicts another one, or holds what the server does not offer.</summary>
    public const string InvalidClientMetadata = "invalid_client_metadata";

    /// <summary>The software statement is malformed, or nobody signed it whom the server trusts.</summary>
    public const string InvalidSoftwareStatement = "invalid_software_statement";

    /// <summary>The software statement is genuine, and its software may not register here.</summary>
    public const string UnapprovedSoftwareStatement = "unapproved_software_statement";
}
