namespace ClientAuth.MockServer.Assertions;

/// <summary>The header parameter <c>typ</c> as a media type, which may leave its <c>application/</c> out (RFC 7515 §4.1.9).</summary>
internal static class MediaType
{
    private const string Prefix = "application/";

    public static string? WithoutPrefix(string? type) =>
        type is not null && type.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? type[Prefix.Length..] : type;
}
