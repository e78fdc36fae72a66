using System.Security.Cryptography;
using ClientAuth.Lab.Choosing;
using ClientAuth.Protocol;
using static ClientAuth.Client.ClientAuthenticationMethodConfiguration;
using Deployed = (
    ClientAuth.Protocol.ClientMetadata Registered,
    ClientAuth.Client.ClientAuthenticationMethodConfiguration App
);

namespace ClientAuth.Lab.Exercises.Choosing;

/// <summary>Lesson 08: mends how a team has registered its app, and how the app authenticates, for the situation that the team is in.</summary>
internal static class MendedDeploymentExercise
{
    /// <summary>From the key of an install to its registration, and to how the app authenticates.</summary>
    public static Exercise<Func<ECDsa, Deployed>> Create(ExerciseContext context)
    {
        var model = DecisionModel.Load();
        var choice = model.Recommend("production", "mixed", "pki", "keystore", "often", "foreign-tls");
        return new(
            context,
            "The mended deployment",
            isUntouched: mend => TemporaryKey.Use(key => CourierApp.IsTheTeams(mend(key))),
            [
                new(
                    "The app authenticates by the method that it is registered for.",
                    "A method is chosen twice, and the server compares (client.method). Change both.",
                    mend => TemporaryKey.Use(key => AreTheSame(mend(key)))
                )
                {
                    WrongAnswers =
                    [
                        new("only the app", key => (CourierApp.TeamsRegistration, CourierApp.By(key))),
                        new("only the registration", key => (CourierApp.Of(key), CourierApp.TeamsMethod)),
                        new(
                            "a registration that names no method",
                            key =>
                                (
                                    new ClientMetadata { ClientId = "courier", Jwks = CourierApp.Of(key).Jwks },
                                    CourierApp.By(key)
                                )
                        )
                        {
                            Hint = Unnamed,
                        },
                        new(
                            "a secret that is registered for the other style",
                            _ => (CourierApp.OfSecret("client_secret_post"), CourierApp.TeamsMethod)
                        ),
                    ],
                },
                new(
                    "It is the method that the model recommends for this team.",
                    "Give the model the team's six answers, and read the card.",
                    mend => TemporaryKey.Use(key => Fits(choice, mend(key).App.MethodName))
                )
                {
                    MoreHints =
                    [
                        "model.Recommend(\"production\", \"mixed\", …).View() shows it. Which answer stands for the delivery network, and which for the monthly change?",
                    ],
                    WrongAnswers =
                    [
                        new(
                            "mutual TLS, since the company has certificates",
                            _ => (CourierApp.TeamsRegistration, new Mtls(CourierApp.Certificate))
                        )
                        {
                            Hint = WhyNot(choice, "mutual-tls"),
                        },
                        new(
                            "the secret that ships with the app",
                            _ => (CourierApp.OfSecret("client_secret_basic"), CourierApp.TeamsMethod)
                        )
                        {
                            Hint = WhyNot(choice, "secret"),
                        },
                        new(
                            "a secret for each install, which signs",
                            _ => (CourierApp.OfSecret("client_secret_jwt"), CourierApp.BySharedSecret)
                        )
                        {
                            Hint = WhyNot(choice, "signed-jwt-symmetric"),
                        },
                        new(
                            "no authentication, since most phones attest",
                            _ => (CourierApp.OfMethod("none"), new None())
                        )
                        {
                            Hint = WhyNot(choice, "attestation"),
                        },
                    ],
                },
                new(
                    "Nothing of the team's first choice stays in the registration.",
                    "A registration says what proves the client, and nothing else: no subject of a certificate, no secret.",
                    mend =>
                        TemporaryKey.Use(key =>
                            mend(key).Registered is { TlsClientAuthSubjectDn: null, ClientSecret: null }
                        )
                )
                {
                    WrongAnswers =
                    [
                        new(
                            "the subject of the certificate stays",
                            key =>
                                (CourierApp.Of(key) with { TlsClientAuthSubjectDn = "CN=courier" }, CourierApp.By(key))
                        ),
                        new(
                            "a secret beside the key",
                            key => (CourierApp.Of(key) with { ClientSecret = "courier" }, CourierApp.By(key))
                        ),
                    ],
                },
                new(
                    "The registered key is the public half of the key that the install was given, and no other is.",
                    "Each phone makes a key of its own. Jwk.FromPublicKey(key) is its public half; a JwkSet has it in a list, Keys.",
                    mend => TemporaryKey.Use(key => Registers(key, mend(key).Registered))
                )
                {
                    WrongAnswers =
                    [
                        new("no key", key => (CourierApp.Of(key) with { Jwks = null }, CourierApp.By(key))),
                        new(
                            "another key, made for the registration",
                            key => (TemporaryKey.Use(CourierApp.Of), CourierApp.By(key))
                        ),
                        new(
                            "one key for all installs: a constant",
                            _ => (CourierApp.Of(CourierApp.KeyOfAll), CourierApp.By(CourierApp.KeyOfAll))
                        ),
                        new(
                            "the right key, and one of all installs beside it",
                            key => (CourierApp.Of(key, CourierApp.KeyOfAll), CourierApp.By(key))
                        ),
                    ],
                },
                new(
                    "A real server issues a token to each install, over connections without a certificate.",
                    "Compare what the app says with what is registered: the algorithm, the kid, and the key that signs.",
                    CourierApp.GetTokensAsync
                )
                {
                    MoreHints =
                    [
                        "TokenEndpointAuthSigningAlg must agree with the key and the app, or be left out. assertion.key: the kid that Jwk.FromPublicKey gives is not a name of your own.",
                    ],
                    WrongAnswers =
                    [
                        new(
                            "a kid that is not registered",
                            key => (CourierApp.Of(key), new SignedJwt.Asymmetric(key, "ES256", "courier-key"))
                        ),
                        new(
                            "the app signs with a key that ships in the package",
                            key => (CourierApp.Of(key), new SignedJwt.Asymmetric(CourierApp.KeyOfAll, "ES256"))
                        ),
                    ],
                },
            ],
            "that registration, app and situation must agree, and that a certificate gets no further than TLS"
        );
    }

    private const string Unnamed =
        "A registration without TokenEndpointAuthMethod is one for client_secret_basic (RFC 7591 §2). Name the method of the app.";

    private static RuleFinding AreTheSame(Deployed install) =>
        install.Registered.TokenEndpointAuthMethod is var registered && registered == install.App.MethodName
            ? RuleFinding.Kept
            : RuleFinding.Broken(
                $"{registered}, as registered",
                $"{install.App.MethodName}, by the app",
                registered == TokenEndpointAuthMethods.ClientSecretBasic ? Unnamed : null
            );

    private static RuleFinding Fits(Recommendation choice, string methodName) =>
        choice.Method.RegisteredAs.Contains(methodName)
            ? RuleFinding.Kept
            : RuleFinding.Broken(
                $"the method for: {choice.Situation}",
                methodName,
                choice
                    .Others.Where(other => other.Method.RegisteredAs.Contains(methodName))
                    .Select(other => WhyNot(choice, other.Method.Id))
                    .FirstOrDefault()
            );

    private static string WhyNot(Recommendation choice, string method)
    {
        var other = choice.Others.Single(other => other.Method.Id == method);
        return $"The model says of it: {other.Standing}. {string.Join(" ", other.Reasons.Select(reason => reason.Because))}";
    }

    private static RuleFinding Registers(ECDsa key, ClientMetadata registered)
    {
        var wanted = Jwk.FromPublicKey(key).Thumbprint();
        var thumbprints = registered.Jwks?.Keys.Select(jwk => jwk.Thumbprint()).ToList() ?? [];
        return thumbprints is [var only] && only == wanted
            ? RuleFinding.Kept
            : RuleFinding.Broken(
                $"one key, with the thumbprint {wanted}",
                thumbprints is [] ? "no key" : string.Join(", ", thumbprints)
            );
    }
}
