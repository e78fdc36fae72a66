namespace ClientAuth.MockServer.Certificates.Names;

/// <summary>
/// Whether a name, or a constraint on names, has the form of its kind (RFC 5280 §4.2.1.6, §4.2.1.10). What has not, two readers may
/// understand differently: one that begins or ends with a dot, one with two @.
/// </summary>
internal static class GeneralNameForm
{
    public static bool IsName(GeneralName name) =>
        name.Kind switch
        {
            GeneralNameKind.Dns => HostName.IsWellFormedOrWildcard(name.Text),
            GeneralNameKind.Email => IsMailbox(name.Text),
            GeneralNameKind.Uri => UriHost.IsWellFormed(name.Text),
            GeneralNameKind.IpAddress => name.Address.Length is 4 or 16,
            _ => true,
        };

    /// <summary>A DNS name that is empty stands for all of them; a leading dot has a meaning in the two kinds with hosts alone.</summary>
    public static bool IsConstraint(GeneralName subtree) =>
        subtree.Kind switch
        {
            GeneralNameKind.Dns => subtree.Text is "" || HostName.IsWellFormed(subtree.Text),
            GeneralNameKind.Email => subtree.Text.Contains('@')
                ? IsMailbox(subtree.Text)
                : IsHostOrDomain(subtree.Text),
            GeneralNameKind.Uri => IsHostOrDomain(subtree.Text),
            GeneralNameKind.IpAddress => IsRange(subtree.Address.Span),
            _ => true,
        };

    /// <summary>One @, something before it and a host behind it.</summary>
    public static bool IsMailbox(string text) =>
        text.Split('@') is [{ Length: > 0 } local, var host]
        && local.All(c => c is > ' ' and < '\x7F')
        && HostName.IsWellFormed(host);

    private static bool IsHostOrDomain(string text) =>
        HostName.IsWellFormed(text is ['.', .. var domain] ? domain : text);

    // An address and a mask, whose set bits all stand at the front (RFC 4632 §3.1).
    private static bool IsRange(ReadOnlySpan<byte> range)
    {
        if (range.Length is not (8 or 32))
        {
            return false;
        }

        var ended = false;
        foreach (var octet in range[(range.Length / 2)..])
        {
            for (var bit = 7; bit >= 0; bit--)
            {
                var isSet = (octet >> bit & 1) == 1;
                if (isSet && ended)
                {
                    return false;
                }

                ended = !isSet;
            }
        }

        return true;
    }
}
