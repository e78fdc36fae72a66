using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClientAuth.Protocol;

/// <summary>A set of public keys (RFC 7517 §5); reading one that holds null is a <see cref="JsonException"/>.</summary>
public sealed record JwkSet : IJsonOnDeserialized
{
    public required IReadOnlyList<Jwk> Keys { get; init; }

    // The serializer checks members for null, not the elements of a list.
    void IJsonOnDeserialized.OnDeserialized()
    {
        if (Keys.Contains(null))
        {
            throw new JsonException("The JWK Set holds null in place of a key; leave it out.");
        }
    }
}
