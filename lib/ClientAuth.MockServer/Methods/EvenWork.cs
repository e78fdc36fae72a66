using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Reading;

namespace ClientAuth.MockServer.Methods;

/// <summary>
/// Who is refused before the check that takes time (unknown, switched off, registered for another method, no key of that name)
/// waits for it all the same, against a decoy: otherwise the clock tells who exists, and how.
/// </summary>
internal sealed class EvenWork(IReadOnlyList<MethodVerifier> verifiers, DecoyClients decoys)
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
        if (ProofRule.Of(credential) is { } proof && !done.Has(proof))
        {
            var decoy = decoys.For(clientId, credential);
            await verifiers
                .Single(verifier => verifier.Method == decoy.Metadata.TokenEndpointAuthMethod)
                .VerifyAsync(decoy, credential, new CheckTrace(), cancellationToken);
        }
    }
}
