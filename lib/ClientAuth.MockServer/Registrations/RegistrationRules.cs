using ClientAuth.MockServer.Checks;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Registrations;

/// <summary>
/// What a client's registration must hold. One set of rules has two readers: the registration endpoint leaves a line for each, and
/// an operator, whose mistake it is otherwise, gets an exception.
/// </summary>
internal sealed class RegistrationRules(
    int minimumRsaKeySize,
    IReadOnlyList<string> jwksUriOrigins,
    IReadOnlyList<string> methods
)
{
    /// <summary>Whether a client that registers itself may; the first rule that is broken ends it.</summary>
    public bool Check(ClientMetadata client, CheckTrace trace) => CheckResults(client).All(trace.Check);

    /// <summary>Whether an operator's registration is right.</summary>
    /// <exception cref="ArgumentException">Something is missing or wrong; the message names client, field and rule.</exception>
    public void Require(ClientMetadata client)
    {
        OperatorsChoice.Require(client);
        if (CheckResults(client).FirstOrDefault(result => !result.Holds) is { } broken)
        {
            throw OperatorsChoice.Wrong(
                client,
                $"expected {broken.Expected}, found {broken.Seen} ({broken.Rule.Specification})"
            );
        }
    }

    // One after the other, so that a rule may rely on those before it.
    private IEnumerable<CheckResult> CheckResults(ClientMetadata client) =>
        RegisteredMethod
            .Of(client, methods)
            .Concat(RegisteredGrants.Of(client))
            .Concat(RegisteredKeySource.Of(client, jwksUriOrigins))
            .Concat(RegisteredKeys.Of(client, minimumRsaKeySize))
            .Concat(RegisteredCertificates.CheckResults(client, minimumRsaKeySize))
            .Concat(RegisteredSubject.Of(client));
}
