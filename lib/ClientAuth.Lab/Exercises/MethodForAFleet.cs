using ClientAuth.Lab.Choosing;

namespace ClientAuth.Lab.Exercises;

/// <summary>Lesson 08: choosing for a fleet of one's own devices, in a controlled environment.</summary>
public sealed partial class LessonExercises
{
    /// <summary>From a situation to the identifier of a method, such as <c>mutual-tls</c>.</summary>
    public Exercise<Func<Situation, string>> MethodForAFleet
    {
        get
        {
            var model = DecisionModel.Load();
            IReadOnlyList<Situation> fleets =
            [
                .. model.Situations.Where(s => s["environment"] == "controlled" && s["regulation"] == "no-profile"),
            ];
            return new(
                this,
                "A method for a fleet",
                isUntouched: choose => fleets.All(situation => choose(situation).Length == 0),
                [
                    new(
                        "Every answer is the identifier of a method.",
                        $"Use {string.Join(", ", model.Methods.Select(method => method.Id))}.",
                        choose => fleets.All(s => model.Methods.Any(method => method.Id == choose(s)))
                    ),
                    new(
                        "Where every device attests, that is enough.",
                        "Look at the platform before anything else; and only 'attests' means all of them.",
                        choose => fleets.All(s => choose(s) == "attestation" == (s["platform"] == "attests"))
                    ),
                    new(
                        "Mutual TLS needs certificates, the handshake, and a place for the key.",
                        "Three answers must fit: public_key_infrastructure, transport, key_storage.",
                        choose => fleets.Where(s => choose(s) == "mutual-tls").All(HasAllForCertificates)
                    ),
                    Agrees(
                        "Where all three are there, the certificates are used.",
                        "The costly part has been paid for already.",
                        "mutual-tls"
                    ),
                    Agrees(
                        "Where nothing but the package can hold a credential, it is the secret.",
                        "A key that ships in the package would be a secret with another name.",
                        "secret"
                    ),
                    Agrees(
                        "What changes often is signed with a key of the device.",
                        "A shared secret has to be handed to both sides again at each change.",
                        "signed-jwt-asymmetric"
                    ),
                    Agrees(
                        "What changes seldom may be a secret for each device, which signs and is not sent.",
                        "What is left when all the others have been dealt with?",
                        "signed-jwt-symmetric"
                    ),
                    new(
                        "Every method that you chose gets a token from a real server.",
                        "Each answer must be one that a client can be registered for.",
                        (choose, cancellationToken) =>
                            MethodTrial.AllAsync(fleets.Select(choose).Distinct(), cancellationToken)
                    ),
                ],
                "that five questions decide, and in which order to ask them"
            );

            ExerciseRule<Func<Situation, string>> Agrees(string rule, string hint, string method) =>
                new(
                    rule,
                    hint,
                    choose => fleets.Where(s => model.Recommend(s).Method.Id == method).All(s => choose(s) == method)
                );
        }
    }

    private static bool HasAllForCertificates(Situation situation) =>
        situation["public_key_infrastructure"] == "pki"
        && situation["transport"] == "own-tls"
        && situation["key_storage"] != "package";
}
