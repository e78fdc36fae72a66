using System.Text;

namespace ClientAuth.Protocol.Tls;

/// <summary>Decodes the extensions of a ClientHello: what the client offers.</summary>
internal sealed class ClientExtensions
{
    private readonly List<string> _offers = [];

    /// <summary>Which host it wants to speak to (RFC 6066 §3).</summary>
    public string? ServerName { get; private set; }

    public IReadOnlyList<string> Versions { get; private set; } = [];

    /// <summary>The rest that tells one hello from another.</summary>
    public IReadOnlyList<string> Offers => _offers;

    public bool Read(int type, WireReader content)
    {
        switch (type)
        {
            case 0:
                ReadServerNames(content.Vector("server_name_list", 2));
                return true;
            case 10:
                content.List("named_group_list", 2, 2, TlsNames.Group);
                return true;
            case 13:
            case 50:
                content.List("signature_algorithms", 2, 2, TlsNames.SignatureScheme);
                return true;
            case 16:
                _offers.Add($"ALPN {string.Join(", ", ProtocolNames.Read(content))}");
                return true;
            case 35:
                content.Rest("ticket");
                _offers.Add("a session ticket");
                return true;
            case 41:
                ReadPreSharedKeys(content);
                return true;
            case 43:
                Versions = content.List("versions", 1, 2, TlsNames.Version);
                return true;
            case 51:
                ReadKeyShares(content.Vector("client_shares", 2));
                return true;
            default:
                return false;
        }
    }

    private void ReadServerNames(WireReader names)
    {
        while (!names.IsAtEnd)
        {
            names.Number("name_type", 1, type => type == 0 ? "host_name" : $"type {type}");
            names.Block("host_name", 2, bytes => ServerName = Encoding.UTF8.GetString(bytes.Span));
        }
    }

    private void ReadPreSharedKeys(WireReader content)
    {
        _offers.Add("pre_shared_key of an earlier session");
        var identities = content.Vector("identities", 2);
        while (!identities.IsAtEnd)
        {
            identities.Block("identity", 2);
            identities.Opaque("obfuscated_ticket_age", 4);
        }

        var binders = content.Vector("binders", 2);
        while (!binders.IsAtEnd)
        {
            binders.Block("binder", 1);
        }
    }

    private static void ReadKeyShares(WireReader shares)
    {
        while (!shares.IsAtEnd)
        {
            shares.Number("group", 2, TlsNames.Group);
            shares.Block("key_exchange", 2);
        }
    }
}
