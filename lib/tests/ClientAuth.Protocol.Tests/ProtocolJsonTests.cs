using System.Text.Json;

namespace ClientAuth.Protocol.Tests;

public sealed class ProtocolJsonTests
{
    [Theory]
    [InlineData("""{"access_token":"a","access_token":"b","token_type":"Bearer"}""")]
    [InlineData("""{"access_token":null,"token_type":"Bearer"}""")]
    [InlineData("""{"token_type":"Bearer"}""")]
    [InlineData("""{"access_token":"a","token_type":"Bearer","expires_in":"60"}""")]
    [InlineData("""{"access_token":"a","token_type":"Bearer"} {}""")]
    [InlineData("""{"Access_Token":"a","token_type":"Bearer"}""")]
    [InlineData("[]")]
    public void A_token_response_of_another_shape_is_refused(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, ProtocolJson.Default.TokenResponse));

    [Fact]
    public void Members_that_are_not_known_are_ignored()
    {
        var token = JsonSerializer.Deserialize(
            """{"access_token":"a","token_type":"Bearer","expires_in":60,"extra":{"x":1}}""",
            ProtocolJson.Default.TokenResponse
        )!;

        Assert.Equal(("a", "Bearer", 60, null), (token.AccessToken, token.TokenType, token.ExpiresIn, token.Scope));
    }

    [Fact]
    public void Server_metadata_has_its_registered_names()
    {
        var metadata = new AuthorizationServerMetadata
        {
            Issuer = "https://as.example",
            TokenEndpoint = "https://as.example/token",
            JwksUri = "https://as.example/jwks",
            GrantTypesSupported = ["client_credentials"],
            ScopesSupported = ["read"],
            TokenEndpointAuthMethodsSupported = ["none"],
            TokenEndpointAuthSigningAlgValuesSupported = ["ES256"],
            MtlsEndpointAliases = new MtlsEndpointAliases { TokenEndpoint = "https://mtls.as.example/token" },
            TlsClientCertificateBoundAccessTokens = true,
        };

        Assert.Equal(
            """{"issuer":"https://as.example","token_endpoint":"https://as.example/token","jwks_uri":"https://as.example/jwks","response_types_supported":[],"grant_types_supported":["client_credentials"],"scopes_supported":["read"],"token_endpoint_auth_methods_supported":["none"],"token_endpoint_auth_signing_alg_values_supported":["ES256"],"mtls_endpoint_aliases":{"token_endpoint":"https://mtls.as.example/token"},"tls_client_certificate_bound_access_tokens":true}""",
            JsonSerializer.Serialize(metadata, ProtocolJson.Default.AuthorizationServerMetadata)
        );
    }

    [Fact]
    public void Client_metadata_has_its_registered_names()
    {
        var client = new ClientMetadata
        {
            ClientId = "c",
            ClientName = "n",
            ClientSecretExpiresAt = 0,
            TokenEndpointAuthMethod = "tls_client_auth",
            TokenEndpointAuthSigningAlg = "ES256",
            GrantTypes = ["client_credentials"],
            Scope = "read write",
            Jwks = new JwkSet { Keys = [] },
            TlsClientAuthSubjectDn = "CN=a",
            TlsClientAuthSanDns = "b",
            TlsClientAuthSanUri = "c:d",
            TlsClientAuthSanIp = "::1",
            TlsClientAuthSanEmail = "e@f",
            TlsClientCertificateBoundAccessTokens = true,
            SoftwareId = "s",
        };

        Assert.Equal(
            """{"client_id":"c","client_name":"n","client_secret_expires_at":0,"token_endpoint_auth_method":"tls_client_auth","token_endpoint_auth_signing_alg":"ES256","grant_types":["client_credentials"],"scope":"read write","jwks":{"keys":[]},"tls_client_auth_subject_dn":"CN=a","tls_client_auth_san_dns":"b","tls_client_auth_san_uri":"c:d","tls_client_auth_san_ip":"::1","tls_client_auth_san_email":"e@f","tls_client_certificate_bound_access_tokens":true,"software_id":"s"}""",
            JsonSerializer.Serialize(client, ProtocolJson.Default.ClientMetadata)
        );
    }

    [Fact]
    public void Server_metadata_without_response_types_has_none()
    {
        var metadata = JsonSerializer.Deserialize(
            """{"issuer":"https://as.example","token_endpoint":"https://as.example/token","jwks_uri":"https://as.example/jwks"}""",
            ProtocolJson.Default.AuthorizationServerMetadata
        )!;

        Assert.Empty(metadata.ResponseTypesSupported);
    }

    [Fact]
    public void A_client_without_a_method_uses_basic()
    {
        var client = JsonSerializer.Deserialize("""{"client_id":"c"}""", ProtocolJson.Default.ClientMetadata)!;

        Assert.Equal("client_secret_basic", client.TokenEndpointAuthMethod);
        Assert.Equal("c (client_secret_basic)", client.ToString());
    }
}
