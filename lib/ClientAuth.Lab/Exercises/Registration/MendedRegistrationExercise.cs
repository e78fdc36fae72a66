using System.Security.Cryptography;
using System.Text.Json.Nodes;
using ClientAuth.Lab.Testbeds;
using ClientAuth.MockServer.Checks;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Exercises.Registration;

/// <summary>Lesson 06: mends a device's registration that is refused for several reasons, one after another.</summary>
internal static class MendedRegistrationExercise
{
    private const string AnotherTemplate = "mobile-app-device-key-by-secret";
    private const string OpensAnotherTemplate = "mobile-app-secret";

    /// <summary>Changes the attempt; takes it, the template's identifier and the device's key.</summary>
    public static Exercise<Action<RegistrationAttempt, string, ECDsa>> Create(ExerciseContext context)
    {
        var rules = new MendingRules<Action<RegistrationAttempt, string, ECDsa>>(SendAttemptsAsync);
        return new(
            context,
            "The mended registration",
            isUntouched: mend => TemporaryKey.Use(key => IsUnmended(mend, key)),
            [
                rules.Passes(
                    "The initial access token permits a registration.",
                    "The token is genuine, and the log names the scope that it lacks. Step 1 of the lesson asked for it.",
                    [Rules.TokenScope.Name, Rules.ScopeAllowed.Name],
                    [
                        WrongAttempt("the scope of the API", (its, _, _) => its.Scope = "read"),
                        WrongAttempt("a scope that nobody has", (its, _, _) => its.Scope = "register"),
                    ]
                ),
                rules.Passes(
                    "The server reads the body as JSON.",
                    "The body may be perfect: the server looks first at what the header says of it.",
                    [Rules.ContentType.Name],
                    [
                        WrongAttempt("the default of StringContent", (its, _, _) => its.ContentType = "text/plain"),
                        WrongAttempt(
                            "a form, as at the token endpoint",
                            (its, _, _) => its.ContentType = "application/x-www-form-urlencoded"
                        ),
                    ]
                ),
                rules.Passes(
                    "It names the template that the main client opens.",
                    "software_id is the identifier of a template here, and not the app's package. You are given it.",
                    [
                        Rules.TemplateKnown.Name,
                        Rules.TemplateMainClient.Name,
                        Rules.TemplateOpened.Name,
                        // Without a template the device is registered for a method that it does not use.
                        Rules.ClientMethod.Name,
                    ],
                    [
                        WrongAttempt("the package", (its, _, _) => its.Body["software_id"] = "com.example.mobileapp"),
                        WrongAttempt(
                            "a template of another app",
                            (its, _, _) => its.Body["software_id"] = AnotherTemplate
                        ),
                        WrongAttempt("none", (its, _, _) => its.Body.Remove("software_id")),
                    ]
                ),
                rules.Passes(
                    "The device does not say what its template says.",
                    "The log quotes the member that differs from the template. A device does not choose how it authenticates.",
                    [Rules.TemplateMembers.Name],
                    [
                        WrongAttempt(
                            "no method for the device",
                            (its, _, _) => its.Body["token_endpoint_auth_method"] = "none"
                        ),
                        WrongAttempt("a scope for the device", (its, _, _) => its.Body["scope"] = "read write dcr"),
                    ],
                    "Body.Remove takes a member away."
                ),
                rules.Passes(
                    "The private number stays on the device.",
                    "The log names the member. Not even the server may know it: with it, whoever reads the server's log could act as this device.",
                    [Rules.RegisteredPrivateKey.Name],
                    [WrongAttempt("d is left in", (its, _, key) => OnlyKeyIn(its)["d"] = PrivateNumber(key))],
                    "Make the key anew with Jwk.FromPublicKey, or take the member 'd' out of the one that is there."
                ),
                rules.Passes(
                    "The server knows the curve of the key.",
                    "Java and OpenSSL say secp256r1 or prime256v1. A JWK has the name of RFC 7518 §6.2.1.1 for the same curve.",
                    [Rules.RegisteredKeys.Name, Rules.RegisteredKeyStrength.Name],
                    [
                        WrongAttempt("the name of Java", (its, _, _) => OnlyKeyIn(its)["crv"] = "secp256r1"),
                        WrongAttempt("the name of OpenSSL", (its, _, _) => OnlyKeyIn(its)["crv"] = "prime256v1"),
                        WrongAttempt("another curve", (its, _, _) => OnlyKeyIn(its)["crv"] = "P-384"),
                    ],
                    "You have met the name in each JWK of this lesson: look at what the device sent by hand."
                ),
                rules.Accepted(
                    "The device gets a token for its key.",
                    "The device is registered, and signs with the key that it made. Is that the key that you registered?",
                    ..1,
                    [
                        WrongAttempt(
                            "a key made on the spot",
                            (its, _, _) => its.Body["jwks"] = TemporaryKey.Use(own => KeySetOf(own))
                        ),
                        WrongAttempt("a name that is a number", (its, _, _) => its.Body["client_name"] = 7),
                    ]
                ),
                rules.Accepted(
                    "The mend is right for another app as well.",
                    "Another app has another template, and another device another key. Use the two parameters.",
                    1..,
                    [
                        WrongAttempt(
                            "a constant template",
                            (its, _, _) => its.Body["software_id"] = RegisteredDevice.Template
                        ),
                    ]
                ),
            ],
            "that a registration is mended from the log, one refusal after another, and that a device brings only a name and a public key"
        );
    }

    // For the app of the lesson and, where its device gets a token, for an app with another template.
    private static async Task<IReadOnlyList<SentRequest>> SendAttemptsAsync(
        Action<RegistrationAttempt, string, ECDsa> mend,
        CancellationToken cancellationToken
    )
    {
        await using var lab = await Testbed.StartAsync(new TestbedOptions(), cancellationToken);
        var first = await SendAttemptAsync(RegisteredDevice.MainClient, RegisteredDevice.Template);
        return first.Failure is not null
            ? [first]
            : [first, await SendAttemptAsync(OpensAnotherTemplate, AnotherTemplate)];

        async Task<SentRequest> SendAttemptAsync(string mainClient, string template)
        {
            var exchange = await BrokenRegistration.SendAsync(lab, mainClient, template, mend, cancellationToken);
            return new($"template '{template}'", exchange.Trace.Failure);
        }
    }

    private static bool IsUnmended(Action<RegistrationAttempt, string, ECDsa> mend, ECDsa key)
    {
        var attempt = BrokenRegistration.Draft(key);
        mend(attempt, RegisteredDevice.Template, key);
        return $"{attempt}" == $"{BrokenRegistration.Draft(key)}";
    }

    private static JsonObject OnlyKeyIn(RegistrationAttempt attempt) => attempt.Body["jwks"]!["keys"]![0]!.AsObject();

    private static JsonNode KeySetOf(ECDsa key) => JsonNode.Parse($$"""{"keys":[{{DeviceJwk.Public(key)}}]}""")!;

    private static string PrivateNumber(ECDsa key) => $"{JsonNode.Parse(DeviceJwk.Private(key))!["d"]}";

    // Right but for one thing.
    private static WrongAnswer<Action<RegistrationAttempt, string, ECDsa>> WrongAttempt(
        string mistake,
        Action<RegistrationAttempt, string, ECDsa> spoil
    ) =>
        new(
            mistake,
            (its, template, key) =>
            {
                its.Scope = Scopes.DynamicClientRegistration;
                its.ContentType = "application/json";
                its.Body["software_id"] = template;
                its.Body.Remove("token_endpoint_auth_method");
                its.Body["jwks"] = KeySetOf(key);
                spoil(its, template, key);
            }
        );
}
