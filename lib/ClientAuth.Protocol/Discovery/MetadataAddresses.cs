namespace ClientAuth.Protocol.Discovery;

/// <summary>Where an issuer publishes its metadata.</summary>
public static class MetadataAddresses
{
    /// <summary>The well-known path stands between host and path of the issuer (RFC 8414 §3.1).</summary>
    /// <param name="issuer">Its identifier, an https URL without query and fragment.</param>
    public static Uri OfAuthorizationServer(Uri issuer)
    {
        ArgumentNullException.ThrowIfNull(issuer);
        return new UriBuilder(issuer)
        {
            Path = AuthorizationServerMetadata.WellKnownPath + PathOf(issuer),
            Query = "",
        }.Uri;
    }

    /// <summary>The well-known path stands behind the path of the issuer (OpenID Connect Discovery 1.0 §4).</summary>
    /// <param name="issuer">Its identifier, an https URL without query and fragment.</param>
    public static Uri OfOpenIdProvider(Uri issuer)
    {
        ArgumentNullException.ThrowIfNull(issuer);
        return new UriBuilder(issuer) { Path = $"{PathOf(issuer)}/.well-known/openid-configuration", Query = "" }.Uri;
    }

    /// <summary>Both, in the order in which a client that does not know the server asks for them.</summary>
    /// <param name="issuer">Its identifier, an https URL without query and fragment.</param>
    public static IReadOnlyList<Uri> All(Uri issuer) => [OfAuthorizationServer(issuer), OfOpenIdProvider(issuer)];

    private static string PathOf(Uri issuer) => issuer.AbsolutePath.TrimEnd('/');
}
