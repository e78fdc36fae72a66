using System.Text.Json;
using System.Text.Json.Nodes;
using ClientAuth.FailureCases.Drafts;
using ClientAuth.Protocol;

namespace ClientAuth.FailureCases.Laboratory;

/// <summary>A standard client as a case registers it.</summary>
internal static class ChangedClient
{
    /// <exception cref="ArgumentException">What the case registers is no registration, for example since a key of it is private.</exception>
    public static CaseClient Of(FailureCase failureCase, CaseClient standard, Placeholders values)
    {
        var members = (JsonObject)
            JsonNode.Parse(JsonSerializer.Serialize(standard.Registration, ProtocolJson.Default.ClientMetadata))!;
        var signing = ChangedSigning(failureCase, standard);
        if (failureCase.Alg is { } alg)
        {
            members["token_endpoint_auth_signing_alg"] = alg;
        }

        if (failureCase.Key is { } key && standard.Method == TokenEndpointAuthMethods.PrivateKeyJwt)
        {
            members["jwks"] = values.Resolve(JsonNode.Parse($$"""{"keys":["{jwk:{{key}}}"]}"""));
        }

        foreach (var (name, value) in failureCase.Registered ?? [])
        {
            members[name] = values.Resolve(value);
        }

        try
        {
            return new CaseClient(members.Deserialize(ProtocolJson.Default.ClientMetadata)!)
            {
                Signing = signing,
                Profile = standard.Profile,
                Certificate = standard.Certificate,
            };
        }
        catch (JsonException error)
        {
            throw new ArgumentException($"Client '{standard.Id}': {error.Message}", error);
        }
    }

    private static Signing? ChangedSigning(FailureCase failureCase, CaseClient standard) =>
        standard.Signing is { } signing
            ? signing with
            {
                Alg = failureCase.Alg ?? signing.Alg,
                KeyName = failureCase.Key ?? signing.KeyName,
            }
            : null;
}
