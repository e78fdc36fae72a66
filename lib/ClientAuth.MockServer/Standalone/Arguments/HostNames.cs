using System.CommandLine.Parsing;

namespace ClientAuth.MockServer.Standalone.Arguments;

/// <summary>Reads a host of a command line: a name or an address that a certificate and a URL can hold.</summary>
internal static class HostNames
{
    public static string? Read(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        // An IPv6 address is in brackets in a URL and in no certificate.
        var host = text is ['[', .. var address, ']'] ? address : text;
        if (
            host.All(char.IsAscii)
            && Uri.CheckHostName(host) is UriHostNameType.Dns or UriHostNameType.IPv4 or UriHostNameType.IPv6
        )
        {
            return host;
        }

        argument.AddError(
            $"{CommandLineSyntax.HostOption} is '{text}'; it takes a host name or an IP address, without scheme and port."
        );
        return null;
    }
}
