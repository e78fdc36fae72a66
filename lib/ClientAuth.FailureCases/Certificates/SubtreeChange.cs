using System.Net;
using ClientAuth.Credentials;
using ClientAuth.FailureCases.Values;

namespace ClientAuth.FailureCases.Certificates;

/// <summary>A subtree of names, of the one kind that is given.</summary>
public sealed record SubtreeChange
{
    public string? Dns { get; init; }

    public string? Email { get; init; }

    public string? Uri { get; init; }

    /// <summary>In CIDR notation.</summary>
    public string? Ip { get; init; }

    /// <summary>A distinguished name (RFC 4514).</summary>
    public string? Directory { get; init; }

    internal GeneralSubtree ToSubtree() =>
        this switch
        {
            { Dns: { } dns } => GeneralSubtree.Dns(dns),
            { Email: { } email } => GeneralSubtree.Email(email),
            { Uri: { } uri } => GeneralSubtree.Uri(uri),
            { Ip: { } ip } => GeneralSubtree.IpAddress(IPNetwork.Parse(ip)),
            { Directory: { } directory } => GeneralSubtree.DirectoryName(directory),
            _ => throw new UnusableCaseException("a subtree needs one of dns, email, uri, ip and directory"),
        };
}
