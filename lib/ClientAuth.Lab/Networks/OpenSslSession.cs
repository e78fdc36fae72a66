using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using ClientAuth.Credentials;
using ClientAuth.Lab.Testbeds;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Networks;

/// <summary>The machine's <c>openssl s_client</c>, which saves a TLS session to a file and takes it up from there, as no HTTP library does.</summary>
internal static class OpenSslSession
{
    /// <summary>Sends a token request of a client; false where the machine has no such tool.</summary>
    /// <param name="target">Whose endpoint for certificates is asked.</param>
    /// <param name="clientId">Who asks.</param>
    /// <param name="options">More of the tool's options.</param>
    /// <param name="cancellationToken">Ends the tool.</param>
    public static async Task<bool> TryRequestTokenAsync(
        Testbed target,
        string clientId,
        IEnumerable<string> options,
        CancellationToken cancellationToken
    )
    {
        var endpoint = new Uri(target.Server.Metadata.MtlsEndpointAliases!.TokenEndpoint!);
        var authority = target.KeyFile("authority.pem");
        PemFile.WriteCertificates(authority, target.Authority.Certificate);
        string[] always =
        [
            "s_client",
            "-connect",
            endpoint.Authority,
            "-servername",
            "localhost",
            "-tls1_3",
            "-quiet",
            "-ign_eof",
            "-CAfile",
            authority,
            "-verify_return_error",
        ];
        using var tool = StartIfThere([.. always, .. options]);
        if (tool is null)
        {
            return false;
        }

        try
        {
            var output = tool.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = tool.StandardError.ReadToEndAsync(cancellationToken);
            await tool.StandardInput.WriteAsync(Request(endpoint, clientId).AsMemory(), cancellationToken);
            tool.StandardInput.Close();
            await Task.WhenAll(output, errors);
            await tool.WaitForExitAsync(cancellationToken);
            return true;
        }
        catch (OperationCanceledException)
        {
            tool.Kill();
            throw;
        }
    }

    private static Process? StartIfThere(IReadOnlyList<string> arguments)
    {
        try
        {
            return Process.Start(
                new ProcessStartInfo("openssl", arguments)
                {
                    RedirectStandardInput = true,
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                }
            );
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private static string Request(Uri endpoint, string clientId)
    {
        var body = $"{TokenParameters.GrantType}={GrantTypes.ClientCredentials}&{TokenParameters.ClientId}={clientId}";
        return string.Join(
            "\r\n",
            $"POST {endpoint.AbsolutePath} HTTP/1.1",
            "Host: localhost",
            "Connection: close",
            "Content-Type: application/x-www-form-urlencoded",
            string.Create(CultureInfo.InvariantCulture, $"Content-Length: {Encoding.ASCII.GetByteCount(body)}"),
            "",
            body
        );
    }
}
