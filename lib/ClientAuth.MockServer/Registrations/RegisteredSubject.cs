using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using ClientAuth.MockServer.Certificates.Names;
using ClientAuth.MockServer.Checks;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Registrations;

/// <summary>What a <c>tls_client_auth</c> client is known by: exactly one of five values (RFC 8705 §2.1.2).</summary>
internal static class RegisteredSubject
{
    public static IEnumerable<CheckResult> Of(ClientMetadata client)
    {
        if (client.TokenEndpointAuthMethod != TokenEndpointAuthMethods.TlsClientAuth)
        {
            yield break;
        }

        (string Member, string? Value)[] all =
        [
            ("tls_client_auth_subject_dn", client.TlsClientAuthSubjectDn),
            ("tls_client_auth_san_dns", client.TlsClientAuthSanDns),
            ("tls_client_auth_san_uri", client.TlsClientAuthSanUri),
            ("tls_client_auth_san_ip", client.TlsClientAuthSanIp),
            ("tls_client_auth_san_email", client.TlsClientAuthSanEmail),
        ];
        var given = all.Where(one => !string.IsNullOrEmpty(one.Value)).ToList();
        yield return new CheckResult(
            Rules.RegisteredSubject,
            given is [_],
            $"exactly one of {string.Join(", ", all.Select(one => one.Member))} for tls_client_auth",
            given is [] ? "none" : string.Join(", ", given.Select(one => one.Member))
        );
        if (client.TlsClientAuthSubjectDn is { } name)
        {
            yield return new CheckResult(
                Rules.RegisteredSubject,
                DistinguishedName.TryParse(name, out _),
                "tls_client_auth_subject_dn to be a distinguished name (RFC 4514)",
                Quote.Sent(name)
            );
        }

        if (client.TlsClientAuthSanIp is { } address)
        {
            yield return new CheckResult(
                Rules.RegisteredSubject,
                IsAddress(address),
                "tls_client_auth_san_ip to be an IP address",
                Quote.Sent(address)
            );
        }

        if (client.TlsClientAuthAuthoritySha256 is { } pin)
        {
            yield return new CheckResult(
                Rules.RegisteredSubject,
                IsHash(pin),
                "tls_client_auth_authority_sha256 to be a SHA-256 in Base64url without padding, 43 characters",
                Quote.Sent(pin)
            );
        }
    }

    // The BCL also reads '1.2' and '0x7f.1', which other software takes for other addresses.
    private static bool IsAddress(string text) =>
        IPAddress.TryParse(text, out var address)
        && (
            address.AddressFamily == AddressFamily.InterNetwork
                ? address.ToString() == text
                : !text.Contains('%') && !text.Contains('[')
        );

    private static bool IsHash(string text) =>
        Base64Url.IsValid(text, out var length) && length == SHA256.HashSizeInBytes && !text.Contains('=');
}
