namespace ClientAuth.Protocol.Display;

/// <summary>A formatter with the members that a notebook engine looks for by name.</summary>
internal sealed class ConventionFormatter<T>(string mimeType, Func<T, string> render)
    where T : class
{
    public string MimeType { get; } = mimeType;

    public bool Format(object instance, TextWriter writer)
    {
        if (instance is not T value)
        {
            return false;
        }

        writer.Write(render(value));
        return true;
    }
}
