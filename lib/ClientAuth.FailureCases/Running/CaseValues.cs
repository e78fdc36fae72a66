using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using ClientAuth.Credentials;
using ClientAuth.FailureCases.Fixtures;
using ClientAuth.FailureCases.Judging;
using ClientAuth.FailureCases.Keys;
using ClientAuth.FailureCases.Requests;
using ClientAuth.FailureCases.Values;
using ClientAuth.FailureCases.Wire;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.FailureCases.Running;

/// <summary>What the placeholders of a case stand for.</summary>
internal static class CaseValues
{
    /// <summary>What holds before there is a server: for what a case registers.</summary>
    public static Placeholders Of(CaseFixture fixture, CaseKeys keys, TimeProvider clock, CaseJwksHost? host)
    {
        var values = new Placeholders();
        values.Set("now", offset => Seconds(clock.GetUtcNow(), offset));
        values.Set("jwk", keys.PublicJwkText);
        values.Set("jwk_x", name => keys.PublicJwk(name).X!);
        values.Set("certificate_jwk", fixture.Clients.CertificateJwkText);
        values.Set("kid", name => fixture.Clients.KeyIdOf(name) ?? keys.PublicJwk(name).Kid!);
        values.Set("x5c", name => keys.SelfMadeCertificate(name, fixture.Now));
        values.Set("private_jwk", keys.PrivateJwkText);
        values.Set("jkt", key => keys.PublicJwk(key).Thumbprint());
        values.Set("repeat", Repeated);
        values.Set("self_signed_x5c", () => SelfSignedX5c(fixture));
        values.Set("authority_pin", () => PublicKeyHash.Base64UrlOf(fixture.Authority.Certificate));
        if (host is not null)
        {
            values.Set("jwks_uri", host.JwksUri);
        }

        return values;
    }

    /// <summary>What holds for the whole case.</summary>
    public static Placeholders Of(
        CaseFixture fixture,
        CaseKeys keys,
        TimeProvider clock,
        CaseJwksHost? host,
        AuthorizationServerMetadata metadata,
        RequestTrap trap
    )
    {
        var values = Of(fixture, keys, clock, host);
        values.Set("issuer", metadata.Issuer);
        values.Set("port", new Uri(metadata.Issuer).Port.ToString(CultureInfo.InvariantCulture));
        values.Set("token_endpoint", metadata.TokenEndpoint);
        values.Set("mtls_token_endpoint", metadata.MtlsEndpointAliases?.TokenEndpoint ?? metadata.TokenEndpoint);
        values.Set("trap", () => trap.Address);
        values.Set("ath", step => Hash(values.Expand($"{{{step}.access_token}}")));
        values.Set("case_jti", Guid.NewGuid().ToString());
        return values;
    }

    /// <summary>What holds for one request.</summary>
    public static Placeholders For(CaseClient client, CaseClient other, Placeholders outer, bool sameCredential)
    {
        var values = new Placeholders(outer);
        values.Set("client_id", client.Id);
        values.Set("audience", () => client.Audience ?? outer.Expand("{issuer}"));
        values.Set("secret", () => SecretOf(client));
        values.Set("basic_pair", () => $"{Encoded(client.Id)}:{Encoded(SecretOf(client))}");
        values.Set("thumbprint", () => Thumbprint(client, SHA256.HashData));
        values.Set("thumbprint_hex", () => Convert.ToHexStringLower(SHA256.HashData(CertificateOf(client))));
        values.Set("thumbprint_sha1", () => Thumbprint(client, SHA1.HashData));
        values.Set("other_client_id", other.Id);
        values.Set("other_secret", () => SecretOf(other));
        values.Set("jti", sameCredential ? outer.Expand("{case_jti}") : Guid.NewGuid().ToString());
        return values;
    }

    /// <summary>Settles what <c>{now}</c> stands for: a clock that runs would tell another second after the signature than before it.</summary>
    public static void SetTime(Placeholders values, DateTimeOffset now) =>
        values.Set("now", offset => Seconds(now, offset));

    /// <summary>Adds the results of a request under its name: members of the response, its headers, and what was sent.</summary>
    public static void Add(
        Placeholders values,
        string name,
        RequestDraft draft,
        WireRequest request,
        RecordedResponse? response
    )
    {
        values.Set($"{name}.sent.body", Encoding.UTF8.GetString(request.Body ?? []));
        values.Set($"{name}.challenge", () => draft.Values.Expand("{challenge}"));
        foreach (var (member, value) in BodyMembers.Parse(response?.Body ?? "") ?? [])
        {
            values.Set($"{name}.{member}", value?.ToString() ?? "");
        }

        foreach (var header in response?.Headers ?? [])
        {
            values.Set($"{name}.header.{header.Name.ToLowerInvariant()}", header.Value);
        }

        foreach (var field in draft.Form)
        {
            values.Set($"{name}.sent.{field.Name}", draft.Values.Expand(field.Value));
        }

        foreach (var header in draft.Headers)
        {
            values.Set($"{name}.sent.{header.Name.ToLowerInvariant()}", draft.Values.Expand(header.Value));
        }
    }

    // The hash of the access token in a DPoP proof (RFC 9449 §4.2).
    private static string Hash(string token) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(token)));

    private static string Seconds(DateTimeOffset now, string offset)
    {
        var seconds = offset is "" ? 0 : long.Parse(offset, CultureInfo.InvariantCulture);
        return (now.ToUnixTimeSeconds() + seconds).ToString(CultureInfo.InvariantCulture);
    }

    // {repeat:1000*ab} is 'ab' a thousand times.
    private static string Repeated(string argument) =>
        argument.Split('*', 2) is [var count, var text]
        && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var times)
            ? string.Concat(Enumerable.Repeat(text, times))
            : throw new UnusableCaseException($"'repeat:{argument}' must be like 'repeat:1000*ab'");

    private static string Thumbprint(CaseClient client, Func<byte[], byte[]> hash) =>
        Base64Url.EncodeToString(hash(CertificateOf(client)));

    private static byte[] CertificateOf(CaseClient client) =>
        client.Certificate?.RawData ?? throw new UnusableCaseException($"the client {client.Id} has no certificate");

    private static string SelfSignedX5c(CaseFixture fixture) => Convert.ToBase64String(SelfSigned(fixture).RawData);

    private static X509Certificate2 SelfSigned(CaseFixture fixture) =>
        fixture.Clients.Of(TokenEndpointAuthMethods.SelfSignedTlsClientAuth).Certificate!;

    private static string SecretOf(CaseClient client) =>
        client.Secret ?? throw new UnusableCaseException($"the client {client.Id} has no secret");

    private static string Encoded(string text) => Uri.EscapeDataString(text);
}
