using System.Net;
using ClientAuth.MockServer.Certificates;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Registrations;

/// <summary>What a <c>tls_client_auth</c> client is known by: exactly one of five values (RFC 8705 §2.1.2).</summary>
internal static class RegisteredSubject
{
    public static void Check(ClientMetadata client)
    {
        string?[] values =
        [
            client.TlsClientAuthSubjectDn,
            client.TlsClientAuthSanDns,
            client.TlsClientAuthSanUri,
            client.TlsClientAuthSanIp,
            client.TlsClientAuthSanEmail,
        ];
        var count = values.Count(value => !string.IsNullOrEmpty(value));
        if (count != 1)
        {
            throw Registration.Wrong(
                client,
                "tls_client_auth_subject_dn or one of tls_client_auth_san_dns, _uri, _ip and _email",
                $"must be given exactly once for tls_client_auth, and {count} are"
            );
        }

        if (client.TlsClientAuthSubjectDn is { } name && !DistinguishedName.TryParse(name, out _))
        {
            throw Registration.Wrong(client, "tls_client_auth_subject_dn", "is no distinguished name (RFC 4514)");
        }

        if (client.TlsClientAuthSanIp is { } address && !IPAddress.TryParse(address, out _))
        {
            throw Registration.Wrong(client, "tls_client_auth_san_ip", "is no IP address");
        }
    }
}
