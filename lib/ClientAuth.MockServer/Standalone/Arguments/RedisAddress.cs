using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace ClientAuth.MockServer.Standalone.Arguments;

/// <summary>Where a Redis server is.</summary>
/// <param name="Host">Name or address; one of IPv6 without its brackets.</param>
/// <param name="Port">Its port.</param>
internal sealed record RedisAddress(string Host, int Port)
{
    /// <summary>Reads <c>HOST:PORT</c>; an address of IPv6 is in brackets, as in a URL.</summary>
    public static RedisAddress? Read(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        if (text.LastIndexOf(':') is > 0 and var colon && PortOf(text[(colon + 1)..]) is { } port)
        {
            switch (text[..colon])
            {
                case ['[', .. var address, ']'] when IsIpv6(address):
                    return new(address, port);
                case var host when Uri.CheckHostName(host) is UriHostNameType.Dns or UriHostNameType.IPv4:
                    return new(host, port);
            }
        }

        argument.AddError(
            $"{NodeSyntax.RedisOption} is '{text}'; it takes HOST:PORT, such as localhost:6379 or [::1]:6379, without scheme, password and path."
        );
        return null;
    }

    /// <inheritdoc/>
    public override string ToString() =>
        Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]:{Port}" : $"{Host}:{Port}";

    private static int? PortOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
        && port is > 0 and <= IPEndPoint.MaxPort
            ? port
            : null;

    private static bool IsIpv6(string text) =>
        IPAddress.TryParse(text, out var address) && address.AddressFamily == AddressFamily.InterNetworkV6;
}
