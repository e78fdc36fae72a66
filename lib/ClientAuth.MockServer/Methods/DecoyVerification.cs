using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Registrations;

namespace ClientAuth.MockServer.Methods;

/// <summary>
/// Makes refusals take equally long. A client that is refused before the check that takes time (unknown, switched off, registered for
/// another method, no key of that name) is verified against a decoy all the same: otherwise the clock tells who exists, and how.
/// </summary>
internal sealed class DecoyVerification(IReadOnlyList<MethodVerifier> verifiers, DecoyKeys keys)
{
    /// <param name="clientId">Whom the request names.</param>
    /// <param name="credential">What it presents.</param>
    /// <param name="done">What has been checked already.</param>
    /// <param name="cancellationToken">Gives it up with the request.</param>
    public async Task CatchUpAsync(
        string clientId,
        PresentedCredential credential,
        CheckTrace done,
        CancellationToken cancellationToken
    )
    {
        if (credential.Proof is { } proof && !done.Has(proof))
        {
            var decoy = credential.Decoy(clientId, keys);
            await verifiers
                .Single(verifier => verifier.Method == decoy.TokenEndpointAuthMethod)
                .VerifyAsync(new RegisteredClient(decoy), credential, new CheckTrace(), cancellationToken);
        }
    }
}
