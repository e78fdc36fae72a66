using System.Text.Json;
using System.Text.Json.Nodes;
using ClientAuth.FailureCases.Values;
using ClientAuth.Protocol;

namespace ClientAuth.FailureCases.Fixtures;

/// <summary>A standard client as a case registers it.</summary>
internal static class ChangedClient
{
    /// <param name="standard">The standard client of the case's method.</param>
    /// <param name="alg">The algorithm that it registers and signs with, where it is not the method's own.</param>
    /// <param name="key">The key that it registers and signs with, where it is not the method's own.</param>
    /// <param name="registered">Members of its registration that differ; null takes one away.</param>
    /// <param name="values">What placeholders stand for.</param>
    /// <exception cref="ArgumentException">What the case registers is no registration, for example since a key of it is private.</exception>
    public static CaseClient Of(
        CaseClient standard,
        string? alg,
        string? key,
        JsonObject? registered,
        Placeholders values
    )
    {
        var members = (JsonObject)
            JsonNode.Parse(JsonSerializer.Serialize(standard.Registration, ProtocolJson.Default.ClientMetadata))!;
        if (alg is not null)
        {
            members["token_endpoint_auth_signing_alg"] = alg;
        }

        if (key is not null && standard.Method == TokenEndpointAuthMethods.PrivateKeyJwt)
        {
            members["jwks"] = values.Resolve(JsonNode.Parse($$"""{"keys":["{jwk:{{key}}}"]}"""));
        }

        foreach (var (name, value) in registered ?? [])
        {
            members[name] = values.Resolve(value);
        }

        try
        {
            return new CaseClient(members.Deserialize(ProtocolJson.Default.ClientMetadata)!)
            {
                Signing = standard.Signing is { } signing
                    ? signing with
                    {
                        Alg = alg ?? signing.Alg,
                        KeyName = key ?? signing.KeyName,
                    }
                    : null,
                Profile = standard.Profile,
                Certificate = standard.Certificate,
            };
        }
        catch (JsonException error)
        {
            throw new ArgumentException($"Client '{standard.Id}': {error.Message}", error);
        }
    }
}
