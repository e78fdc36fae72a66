using System.Security.Cryptography;
using System.Text.Json;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Exercises.Registration;

/// <summary>Lesson 06: what a device says when it registers itself from a template (RFC 7591 §2).</summary>
internal static partial class DeviceRegistrationExercise
{
    private const string DeviceTemplate = RegisteredDevice.Template;
    private static readonly string[] SaidByDevice = ["software_id", "client_name", "jwks"];

    /// <summary>From the template's identifier and the device's key to the body of the registration, as JSON.</summary>
    public static Exercise<Func<string, ECDsa, string>> Create(ExerciseContext context) =>
        new(
            context,
            "The registration of a device",
            isUntouched: body => TemporaryKey.Use(key => body(DeviceTemplate, key)).Length == 0,
            [
                new(
                    "The body is one JSON object.",
                    "The body is sent as application/json: names in double quotes, no name twice, no comma after the last member.",
                    body =>
                        TemporaryKey.Use(key => body(DeviceTemplate, key)) is var text
                        && LearnersRegistration.TryRead(text) is null
                            ? RuleFinding.Broken("{\"...\": ...}", text)
                            : RuleFinding.Kept
                )
                {
                    WrongAnswers =
                    [
                        new("a form", (template, _) => $"software_id={template}"),
                        new("a list", (_, _) => "[]"),
                        new("a name twice", (_, _) => """{"software_id":"a","software_id":"b"}"""),
                        new("single quotes", (template, key) => RightBody(template, key).Replace('"', '\'')),
                    ],
                },
                new(
                    "software_id is the template that is given.",
                    "Another app has another template, so use the parameter.",
                    body => FindTemplate(body)
                )
                {
                    WrongAnswers =
                    [
                        new("a constant", (_, key) => RightBody(DeviceTemplate, key)),
                        new("no software_id", (template, key) => RightBody(template, key, ("software_id", null)))
                        {
                            Hint = NoTemplate,
                        },
                        new(
                            "client_id in its place",
                            (template, key) =>
                                RightBody(template, key, ("software_id", null), ("client_id", $"\"{template}\""))
                        )
                        {
                            Hint = NoTemplate,
                        },
                    ],
                },
                new(
                    "The private half of the key stays on the device.",
                    "The body has a member 'd': the private number of the key. Jwk.FromPublicKey leaves that out.",
                    body => !TemporaryKey.Use(key => Read(body, DeviceTemplate, key).HoldsPrivateKey)
                )
                {
                    WrongAnswers =
                    [
                        new(
                            "the private number, too",
                            (template, key) =>
                                RightBody(template, key, ("jwks", $$"""{"keys":[{{DeviceJwk.Private(key)}}]}"""))
                        ),
                    ],
                },
                new(
                    "jwks is a set: an object whose member 'keys' is a list of one key.",
                    "Neither the key alone nor a list alone (RFC 7517 §5).",
                    body => FindKeySet(body)
                )
                {
                    WrongAnswers =
                    [
                        WrongJwks("the key alone", "KEY"),
                        WrongJwks("a list alone", "[KEY]"),
                        WrongJwks("keys is no list", """{"keys":KEY}"""),
                        WrongJwks("no key", """{"keys":[]}"""),
                        WrongJwks("the key twice", """{"keys":[KEY,KEY]}"""),
                        WrongJwks("JSON in a string", "\"{\\\"keys\\\":[]}\"", JwksInString),
                        new("no jwks", (template, key) => RightBody(template, key, ("jwks", null))) { Hint = NoJwks },
                    ],
                },
                new(
                    "The key in jwks is the key that is given.",
                    "Every device has a key of its own. The server needs all of the public half: kty, crv, x and y.",
                    body => FindKey(body)
                )
                {
                    WrongAnswers =
                    [
                        new(
                            "a key made on the spot",
                            (template, _) => TemporaryKey.Use(own => RightBody(template, own))
                        ),
                        new(
                            "y is left out",
                            (template, key) =>
                                RightBody(
                                    template,
                                    key,
                                    (
                                        "jwks",
                                        $$"""{"keys":[{{DeviceJwk.Of(Jwk.FromPublicKey(key) with { Y = null })}}]}"""
                                    )
                                )
                        ),
                        new(
                            "members named as in C#",
                            (template, key) =>
                                RightBody(
                                    template,
                                    key,
                                    ("jwks", JsonSerializer.Serialize(new { keys = new[] { Jwk.FromPublicKey(key) } }))
                                )
                        )
                        {
                            Hint = NamesOfCSharp,
                        },
                    ],
                },
                new(
                    "The body has no member that the template or the server decides.",
                    "Method, algorithm, grants and scope come from the template, the identifier from the server.",
                    body => FindStrangers(body)
                )
                {
                    WrongAnswers =
                    [
                        WrongMember("a method", "token_endpoint_auth_method", "\"private_key_jwt\""),
                        WrongMember("a scope", "scope", "\"read write\""),
                        WrongMember("an identifier", "client_id", "\"my-phone\""),
                    ],
                },
                new(
                    "The server registers the device, and gives it a token for its key.",
                    "Each member has the type of RFC 7591 §2, and the key in it the form of RFC 7518 §6.2.",
                    RegisteredDevice.GetsTokenAsync
                )
                {
                    WrongAnswers = [WrongMember("a name that is a number", "client_name", "7")],
                },
            ],
            "that a device names its template and sends its key, and that template and server decide everything else"
        );
}
