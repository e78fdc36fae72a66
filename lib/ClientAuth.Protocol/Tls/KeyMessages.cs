namespace ClientAuth.Protocol.Tls;

/// <summary>The messages of TLS 1.2 that agree on keys and keep them for later (RFC 8422 §5.4 and §5.7, RFC 5246 §7.4.7, RFC 5077 §3.3).</summary>
internal static class KeyMessages
{
    private const int NamedCurve = 3;

    public static string ServerKeyExchange(WireReader reader, Negotiation negotiation)
    {
        if (!negotiation.ExchangesEllipticKeys)
        {
            return $"{WireReader.Size(reader.Rest("parameters").Length)} for {negotiation.CipherSuite ?? "an unknown cipher suite"}";
        }

        var type = reader.Number("curve_type", 1, type => type == NamedCurve ? "named_curve" : $"type {type}");
        if (type != NamedCurve)
        {
            return $"{WireReader.Size(reader.Rest("parameters").Length)} for a curve without name";
        }

        var group = TlsNames.Group(reader.Number("named_curve", 2, TlsNames.Group));
        reader.Block("public", 1);
        var scheme = TlsNames.SignatureScheme(reader.Number("algorithm", 2, TlsNames.SignatureScheme));
        reader.Block("signature", 2);
        return $"a key on {group}, signed by the server's certificate with {scheme}";
    }

    public static string ClientKeyExchange(WireReader reader, Negotiation negotiation)
    {
        if (!negotiation.ExchangesEllipticKeys)
        {
            return WireReader.Size(reader.Rest("exchange_keys").Length);
        }

        var key = reader.Block("ecdh_Yc", 1);
        return $"a key of {WireReader.Size(key.Length)}";
    }

    public static string NewSessionTicket(WireReader reader)
    {
        var seconds = reader.Number("ticket_lifetime_hint", 4, lifetime => $"{(uint)lifetime} s");
        var ticket = reader.Block("ticket", 2);
        return $"a ticket of {WireReader.Size(ticket.Length)} for {(uint)seconds} s";
    }
}
