namespace ClientAuth.MockServer.Certificates.Names;

/// <summary>Whether a name is within a subtree, each kind by its own comparison (RFC 5280 §4.2.1.10).</summary>
internal static class Subtree
{
    /// <summary>Null where that cannot be said: then the name is neither permitted nor free of what is excluded.</summary>
    public static bool? Contains(GeneralName subtree, GeneralName name) =>
        subtree.Kind switch
        {
            GeneralNameKind.Dns => ContainsDns(subtree.Text, name.Text),
            GeneralNameKind.Email => ContainsMailbox(subtree.Text, name.Text),
            GeneralNameKind.Uri => UriHost.Of(name.Text) is { } host ? ContainsHost(subtree.Text, host) : null,
            GeneralNameKind.IpAddress => ContainsAddress(subtree.Address.Span, name.Address.Span),
            GeneralNameKind.Directory => name.Directory!.IsWithin(subtree.Directory!),
            _ => null,
        };

    private static bool? ContainsDns(string subtree, string name)
    {
        if (!HostName.IsWellFormedOrWildcard(name))
        {
            return null;
        }

        return subtree is "" || Same(subtree, name) || EndsWith(name, $".{subtree}") ? true
            // It stands for the subtree and for names beside it.
            : HostName.IsWildcard(name) && Same(name[1..], subtree[LengthOfLabel(subtree)..]) ? null
            : false;
    }

    private static int LengthOfLabel(string name) =>
        name.IndexOf('.', StringComparison.Ordinal) is >= 0 and var dot ? dot : name.Length;

    private static bool? ContainsMailbox(string subtree, string name)
    {
        if (!GeneralNameForm.IsMailbox(name))
        {
            return null;
        }

        var at = name.IndexOf('@', StringComparison.Ordinal);
        var host = name[(at + 1)..];
        if (subtree.IndexOf('@', StringComparison.Ordinal) is not (>= 0 and var mailbox))
        {
            return ContainsHost(subtree, host);
        }

        // The part before the host keeps its case (RFC 5321 §2.4), though hardly a host tells two mailboxes by it.
        var (one, other) = (name[..at], subtree[..mailbox]);
        return !Same(host, subtree[(mailbox + 1)..]) || !Same(one, other) ? false
            : one == other ? true
            : null;
    }

    // The constraint is on the host, which must be there as a name (RFC 5280 §4.2.1.10).
    private static bool ContainsHost(string subtree, string host) =>
        subtree is ['.', ..] ? EndsWith(host, subtree) : Same(subtree, host);

    private static bool? ContainsAddress(ReadOnlySpan<byte> subtree, ReadOnlySpan<byte> address)
    {
        if (subtree.Length is not (8 or 32))
        {
            return null;
        }

        var length = subtree.Length / 2;
        if (address.Length != length)
        {
            // The other version of the protocol: no address of this range.
            return address.Length is 4 or 16 ? false : null;
        }

        for (var octet = 0; octet < length; octet++)
        {
            if (((subtree[octet] ^ address[octet]) & subtree[length + octet]) != 0)
            {
                return false;
            }
        }

        return true;
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static bool EndsWith(string name, string end) => name.EndsWith(end, StringComparison.OrdinalIgnoreCase);
}
