using System.Net;
using System.Net.Mail;
using ClientAuth.Protocol;

namespace ClientAuth.Credentials.Clients;

/// <summary>The rules that a registration must satisfy before a credential can be made for it.</summary>
internal static class ClientMetadataRules
{
    // What an attester vouches for is no credential that could be made here.
    private static readonly string[] Methods =
    [
        .. TokenEndpointAuthMethods.All.Except(TokenEndpointAuthMethods.Attested),
    ];

    /// <summary>The first thing that is wrong, naming the field, what it holds and what it may hold; null where all is right.</summary>
    public static string? ProblemOf(ClientMetadata client)
    {
        if (client.ClientId.Length == 0)
        {
            return "client_id is empty";
        }

        if (!Methods.Contains(client.TokenEndpointAuthMethod))
        {
            return $"token_endpoint_auth_method '{client.TokenEndpointAuthMethod}' is unknown; "
                + $"use one of {string.Join(", ", Methods)}";
        }

        return AlgorithmProblem(client) ?? CertificateNameProblem(client);
    }

    private static string? AlgorithmProblem(ClientMetadata client)
    {
        IReadOnlyList<string>? allowed = client.TokenEndpointAuthMethod switch
        {
            TokenEndpointAuthMethods.ClientSecretJwt => SignatureAlgorithms.Symmetric,
            TokenEndpointAuthMethods.PrivateKeyJwt => SignatureAlgorithms.Asymmetric,
            _ => null,
        };
        return client.TokenEndpointAuthSigningAlg is not { } algorithm || allowed is null || allowed.Contains(algorithm)
            ? null
            : $"token_endpoint_auth_signing_alg '{algorithm}' does not go with {client.TokenEndpointAuthMethod}; "
                + $"use one of {string.Join(", ", allowed)}";
    }

    // Exactly one of the five, and only for the method that uses it (RFC 8705 §2.1.2).
    private static string? CertificateNameProblem(ClientMetadata client)
    {
        (string Field, string? Value)[] names =
        [
            ("tls_client_auth_subject_dn", client.TlsClientAuthSubjectDn),
            ("tls_client_auth_san_dns", client.TlsClientAuthSanDns),
            ("tls_client_auth_san_uri", client.TlsClientAuthSanUri),
            ("tls_client_auth_san_ip", client.TlsClientAuthSanIp),
            ("tls_client_auth_san_email", client.TlsClientAuthSanEmail),
        ];
        var present = names.Where(name => name.Value is not null).Select(name => name.Field).ToArray();
        return present.Length switch
        {
            _ when client.TokenEndpointAuthMethod != TokenEndpointAuthMethods.TlsClientAuth => null,
            0 =>
                $"tls_client_auth needs exactly one of {string.Join(", ", names.Select(name => name.Field))}; none is there",
            1 => ValueProblem(client),
            _ =>
                $"tls_client_auth needs exactly one of the tls_client_auth_* names; there are {string.Join(", ", present)}",
        };
    }

    private static string? ValueProblem(ClientMetadata client) =>
        client switch
        {
            { TlsClientAuthSanIp: { } ip } when !IPAddress.TryParse(ip, out _) =>
                $"tls_client_auth_san_ip '{ip}' is no IP address",
            { TlsClientAuthSanUri: { } uri } when !Uri.TryCreate(uri, UriKind.Absolute, out _) =>
                $"tls_client_auth_san_uri '{uri}' is no absolute URI",
            { TlsClientAuthSanUri: { } uri } when new Uri(uri).AbsoluteUri is var written && written != uri =>
                $"tls_client_auth_san_uri '{uri}' stands in a certificate as '{written}'; register that spelling",
            { TlsClientAuthSanEmail: { } email } when !MailAddress.TryCreate(email, out _) =>
                $"tls_client_auth_san_email '{email}' is no e-mail address",
            { TlsClientAuthSubjectDn: { } name } => SubjectProblem(name),
            _ => null,
        };

    private static string? SubjectProblem(string name)
    {
        try
        {
            SubjectName.Parse(name);
            return null;
        }
        catch (ArgumentException error)
        {
            return $"tls_client_auth_subject_dn {error.Message.TrimEnd('.')}";
        }
    }
}
