namespace ClientAuth.Protocol.Tls;

/// <summary>The list of extensions of a hello (RFC 8446 §4.2): a type, a length, and what the type says.</summary>
internal static class HelloExtensions
{
    /// <summary>In TLS 1.2 there need be none, and then not even their length is there.</summary>
    /// <param name="reader">Of the hello, behind everything else.</param>
    /// <param name="read">Reads the content of an extension of a type; false where it does not know it.</param>
    public static void Read(WireReader reader, Func<int, WireReader, bool> read)
    {
        if (reader.IsAtEnd)
        {
            return;
        }

        var all = reader.Vector("extensions", 2);
        while (!all.IsAtEnd)
        {
            var type = all.Number("extension_type", 2, TlsNames.Extension);
            var content = all.Vector(TlsNames.Extension(type), 2);
            if (!content.IsAtEnd && !read(type, content))
            {
                content.Rest(TlsNames.Extension(type));
            }

            content.MustEnd();
        }
    }
}
