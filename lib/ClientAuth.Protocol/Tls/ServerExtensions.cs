namespace ClientAuth.Protocol.Tls;

/// <summary>Decodes the extensions of a ServerHello: what the server has chosen.</summary>
internal sealed class ServerExtensions
{
    /// <summary>From <c>supported_versions</c>; null up to TLS 1.2, where the hello itself says it.</summary>
    public int? Version { get; private set; }

    public bool UsesPreSharedKey { get; private set; }

    public bool Read(int type, WireReader content)
    {
        switch (type)
        {
            case 16:
                ProtocolNames.Read(content);
                return true;
            case 41:
                content.Number("selected_identity", 2);
                UsesPreSharedKey = true;
                return true;
            case 43:
                Version = content.Number("selected_version", 2, TlsNames.Version);
                return true;
            case 51:
                content.Number("group", 2, TlsNames.Group);
                // A HelloRetryRequest names the group alone.
                if (!content.IsAtEnd)
                {
                    content.Block("key_exchange", 2);
                }

                return true;
            default:
                return false;
        }
    }
}
