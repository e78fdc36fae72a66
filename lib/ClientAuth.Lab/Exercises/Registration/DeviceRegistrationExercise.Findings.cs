using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Exercises.Registration;

/// <summary>What the rules of lesson 06's exercise find in a registration, and the mistakes that they know.</summary>
internal static partial class DeviceRegistrationExercise
{
    private const string NoTemplate =
        "The server does not know what to inherit. The member is named software_id, a text of its own in the object.";

    private const string NoJwks = "There is no member jwks, so the device brings no key.";

    private const string JwksInString = "jwks is a text that holds JSON. Put the object itself there, without quotes.";

    private const string NamesOfCSharp =
        "JSON names are case-sensitive: `Kty` is not `kty`. Serialize the key with `ProtocolJson.Default.Jwk`, as `Body` above does.";

    private static RuleFinding FindTemplate(Func<string, ECDsa, string> body)
    {
        var template = $"template-{Guid.NewGuid():N}";
        var said = TemporaryKey.Use(key => Read(body, template, key).SoftwareId);
        return said == template
            ? RuleFinding.Kept
            : RuleFinding.Broken(template, said ?? "nothing", said is null ? NoTemplate : null);
    }

    private static RuleFinding FindKeySet(Func<string, ECDsa, string> body) =>
        TemporaryKey.Use(key =>
        {
            var registration = Read(body, DeviceTemplate, key);
            return registration.OnlyKey is not null
                ? RuleFinding.Kept
                : RuleFinding.Broken(
                    """{"keys": [...]} with one key""",
                    registration.Jwks?.ToJsonString() ?? "nothing",
                    registration.Jwks switch
                    {
                        null => NoJwks,
                        JsonValue => JwksInString,
                        _ => null,
                    }
                );
        });

    private static RuleFinding FindKey(Func<string, ECDsa, string> body) =>
        TemporaryKey.Use(key =>
        {
            var registration = Read(body, DeviceTemplate, key);
            var names = registration.OnlyKey?.Select(member => member.Key).ToList() ?? [];
            return registration.NotAsIn(Jwk.FromPublicKey(key)) switch
            {
                [] => RuleFinding.Kept,
                var others when others.Except(names).Any() => RuleFinding.Broken(
                    "kty, crv, x, y",
                    names is [] ? "no members" : string.Join(", ", names),
                    names.Contains("Kty") ? NamesOfCSharp : null
                ),
                var others => RuleFinding.Broken(
                    "the values of the key that is given",
                    $"other values: {string.Join(", ", others)}"
                ),
            };
        });

    private static RuleFinding FindStrangers(Func<string, ECDsa, string> body)
    {
        var strangers = TemporaryKey.Use(key =>
            Read(body, DeviceTemplate, key).MemberNames.Where(name => !SaidByDevice.Contains(name)).ToList()
        );
        return strangers is []
            ? RuleFinding.Kept
            : RuleFinding.Broken(string.Join(", ", SaidByDevice), string.Join(", ", strangers));
    }

    private static LearnersRegistration Read(Func<string, ECDsa, string> body, string template, ECDsa key) =>
        LearnersRegistration.TryRead(body(template, key))
        ?? throw new JsonException($"For the template '{template}' the body is no JSON object.");

    // Right but for the members that are named; null takes one away.
    private static string RightBody(string template, ECDsa key, params (string Name, string? Json)[] changes)
    {
        var body = new JsonObject
        {
            ["software_id"] = template,
            ["jwks"] = JsonNode.Parse($$"""{"keys":[{{DeviceJwk.Public(key)}}]}"""),
        };
        foreach (var (name, json) in changes)
        {
            body.Remove(name);
            if (json is not null)
            {
                body[name] = JsonNode.Parse(json);
            }
        }

        return body.ToJsonString();
    }

    private static WrongAnswer<Func<string, ECDsa, string>> WrongJwks(
        string mistake,
        string jwks,
        string? hint = null
    ) =>
        new(mistake, (template, key) => RightBody(template, key, ("jwks", jwks.Replace("KEY", DeviceJwk.Public(key)))))
        {
            Hint = hint,
        };

    private static WrongAnswer<Func<string, ECDsa, string>> WrongMember(string mistake, string name, string json) =>
        new(mistake, (template, key) => RightBody(template, key, (name, json)));
}
