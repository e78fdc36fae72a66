using System.Text;

namespace ClientAuth.Protocol.Tls;

/// <summary>Decodes the application protocols of a hello (ALPN, RFC 7301 §3.1).</summary>
internal static class ProtocolNames
{
    public static IReadOnlyList<string> Read(WireReader content)
    {
        var found = new List<string>();
        var names = content.Vector("protocol_name_list", 2);
        while (!names.IsAtEnd)
        {
            names.Block(
                "protocol_name",
                1,
                bytes =>
                {
                    found.Add(Encoding.UTF8.GetString(bytes.Span));
                    return found[^1];
                }
            );
        }

        return found;
    }
}
