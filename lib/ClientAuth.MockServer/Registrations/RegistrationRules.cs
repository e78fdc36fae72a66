using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Options;
using ClientAuth.MockServer.Registrations.Keys;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Registrations;

/// <summary>
/// What a client's registration must hold. One set of rules has two readers: the registration endpoint leaves a line for each, and
/// an operator, whose mistake it is otherwise, gets an exception.
/// </summary>
/// <param name="keys">How strong and how many keys must be.</param>
/// <param name="jwksUriOrigins">Where key sets may be.</param>
/// <param name="methods">What a client may be registered for.</param>
/// <param name="algorithms">
/// What the server takes assertions by. A client that registers itself must have something that can be verified so; an operator may
/// leave out what a client of theirs uses, and that client is then refused.
/// </param>
internal sealed class RegistrationRules(
    KeyOptions keys,
    IReadOnlyList<string> jwksUriOrigins,
    IReadOnlyList<string> methods,
    IReadOnlyList<string> algorithms
)
{
    private static readonly IReadOnlyList<string> EveryAlgorithm =
    [
        .. SignatureAlgorithms.Symmetric,
        .. SignatureAlgorithms.Asymmetric,
    ];

    /// <summary>Whether a client that registers itself may; the first rule that is broken ends it.</summary>
    public bool Check(ClientMetadata client, CheckTrace trace) => CheckResults(client, algorithms).All(trace.Check);

    /// <summary>Whether an operator's registration is right.</summary>
    /// <exception cref="InvalidRegistrationException">Something is missing or wrong; the message names client, field and rule.</exception>
    public void Require(ClientMetadata client)
    {
        OperatorsChoice.Require(client);
        if (CheckResults(client, EveryAlgorithm).FirstOrDefault(result => !result.Holds) is { } broken)
        {
            throw OperatorsChoice.Wrong(
                client,
                $"expected {broken.Expected}, found {broken.Seen} ({broken.Rule.Specification})",
                broken.Rule.Name
            );
        }
    }

    // One after the other, so that a rule may rely on those before it.
    private IEnumerable<CheckResult> CheckResults(ClientMetadata client, IReadOnlyList<string> verified) =>
        RegisteredMethod
            .Of(client, methods, verified)
            .Concat(RegisteredGrants.Of(client))
            .Concat(RegisteredKeySource.Of(client, jwksUriOrigins))
            .Concat(RegisteredKeyCount.Of(client, keys.MaximumKeysPerClient))
            .Concat(RegisteredKeys.Of(client, keys.MinimumRsaKeySize))
            .Concat(RegisteredKeyUse.Of(client, verified))
            .Concat(RegisteredCertificates.CheckResults(client, keys.MinimumRsaKeySize))
            .Concat(RegisteredSubject.Of(client));
}
