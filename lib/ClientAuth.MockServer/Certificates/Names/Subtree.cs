using ClientAuth.MockServer.Certificates.Names;

namespace ClientAuth.MockServer.Certificates;

/// <summary>Whether a name is within a subtree, each kind by its own comparison (RFC 5280 §4.2.1.10).</summary>
internal static class Subtree
{
    /// <summary>Null where that cannot be said: then the name is neither permitted nor free of what is excluded.</summary>
    public static bool? Contains(GeneralName subtree, GeneralName name) =>
        subtree.Kind switch
        {
            GeneralNameKind.Dns => ContainsDns(subtree.Text, name.Text.TrimEnd('.')),
            GeneralNameKind.Email => ContainsMailbox(subtree.Text, name.Text),
            GeneralNameKind.Uri => ContainsUri(subtree.Text, name.Text),
            GeneralNameKind.IpAddress => ContainsAddress(subtree.Address.Span, name.Address.Span),
            GeneralNameKind.Directory => name.Directory!.IsWithin(subtree.Directory!),
            _ => null,
        };

    private static bool ContainsDns(string subtree, string name) =>
        subtree is "" || Same(subtree, name) || EndsWith(name, subtree is ['.', ..] ? subtree : $".{subtree}");

    private static bool? ContainsMailbox(string subtree, string name)
    {
        if (name.LastIndexOf('@') is not (> 0 and var at))
        {
            return null;
        }

        var host = name[(at + 1)..];
        return subtree.LastIndexOf('@') is >= 0 and var mailbox
            // The part before the host keeps its case (RFC 5321 §2.4).
            ? name[..at] == subtree[..mailbox] && Same(host, subtree[(mailbox + 1)..])
            : ContainsHost(subtree, host);
    }

    // The constraint is on the host, which must be there as a name (RFC 5280 §4.2.1.10).
    private static bool? ContainsUri(string subtree, string name) =>
        Uri.TryCreate(name, UriKind.Absolute, out var uri) && uri.HostNameType == UriHostNameType.Dns
            ? ContainsHost(subtree, uri.IdnHost.TrimEnd('.'))
            : null;

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
