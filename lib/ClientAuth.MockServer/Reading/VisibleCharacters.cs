namespace ClientAuth.MockServer.Reading;

/// <summary>The alphabet of identifiers and secrets, VSCHAR (RFC 6749 Appendices A.1 and A.2).</summary>
internal static class VisibleCharacters
{
    public static bool Only(string value) => value.All(c => c is >= ' ' and <= '~');
}
