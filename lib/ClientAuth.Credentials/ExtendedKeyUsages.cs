namespace ClientAuth.Credentials;

/// <summary>Object identifiers of the extended key usages of TLS (RFC 5280 §4.2.1.12).</summary>
public static class ExtendedKeyUsages
{
    public const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";
    public const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";
}
