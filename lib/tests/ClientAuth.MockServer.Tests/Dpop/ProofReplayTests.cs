using System.Security.Cryptography;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Jwt;
using ClientAuth.MockServer.Options;
using ClientAuth.MockServer.Tests.Lab;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Tests.Dpop;

/// <summary>A DPoP proof is good once, and is spent together with the assertion beside it or not at all (RFC 9449 §11.1).</summary>
public sealed class ProofReplayTests : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public void Dispose() => _key.Dispose();

    [Fact]
    public async Task Of_64_parallel_copies_exactly_one_gets_a_token()
    {
        await using var lab = await WithoutNoncesAsync();
        var call = Proving(lab, TestCall.Basic(TestClients.Basic, lab.Clients.Secret));

        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => lab.SendAsync(call)));

        Assert.Equal(1, answers.Count(answer => answer.Status == 200));
        Assert.Equal(63, answers.Count(answer => answer.Status == 400));
        Assert.Equal(
            63,
            lab.Server.Exchanges.Snapshot().Count(e => e.Trace.Failure?.Check == Rules.DpopJtiUnused.Name)
        );
    }

    [Fact]
    public async Task Replayed_proof_leaves_the_assertion_beside_it_unspent()
    {
        await using var lab = await WithoutNoncesAsync();
        var proof = Proof(lab);
        var used = TestCall.Asserting(lab.SignedAssertion(TestClients.Signer)).WithHeader(ProofHeaders.Dpop, proof);
        Assert.Equal(200, (await lab.SendAsync(used)).Status);
        var fresh = TestCall.Asserting(lab.SignedAssertion(TestClients.Signer));

        var replayed = await lab.SendAsync(fresh.WithHeader(ProofHeaders.Dpop, proof));

        replayed.AssertRefused(400, OAuthErrors.InvalidDpopProof, Rules.DpopJtiUnused.Name);
        (await lab.SendAsync(fresh)).AssertIssued();
    }

    [Fact]
    public async Task Replayed_assertion_leaves_the_proof_beside_it_unspent()
    {
        await using var lab = await WithoutNoncesAsync();
        var assertion = TestCall.Asserting(lab.SignedAssertion(TestClients.Signer));
        (await lab.SendAsync(assertion)).AssertIssued();
        var proof = Proof(lab);

        var replayed = await lab.SendAsync(assertion.WithHeader(ProofHeaders.Dpop, proof));

        replayed.AssertInvalidClient(Rules.JtiUnused.Name);
        var fresh = TestCall.Asserting(lab.SignedAssertion(TestClients.Signer));
        Assert.Equal(200, (await lab.SendAsync(fresh.WithHeader(ProofHeaders.Dpop, proof))).Status);
    }

    [Fact]
    public async Task Proof_may_be_forgotten_once_it_is_too_old_to_be_accepted()
    {
        var used = new ReplayCache(TimeProvider.System);
        await using var lab = await TestLab.StartAsync(
            (lab, options) =>
            {
                used = new ReplayCache(lab.Clock, limit: 1);
                return options with
                {
                    Proofs = new() { DpopNonces = NoncePolicy.NotUsed },
                    ReplayCache = used,
                };
            }
        );
        Assert.Equal(200, (await lab.SendAsync(Proving(lab, Basic(lab)))).Status);

        // A minute, and ten seconds of skew.
        lab.Clock.Advance(TimeSpan.FromSeconds(70));
        Assert.Equal(200, (await lab.SendAsync(Proving(lab, Basic(lab)))).Status);

        Assert.Equal(1, used.Count);
    }

    private static Task<TestLab> WithoutNoncesAsync() =>
        TestLab.StartAsync((_, options) => options with { Proofs = new() { DpopNonces = NoncePolicy.NotUsed } });

    private static TestCall Basic(TestLab lab) => TestCall.Basic(TestClients.Basic, lab.Clients.Secret);

    private TestCall Proving(TestLab lab, TestCall call) => call.WithHeader(ProofHeaders.Dpop, Proof(lab));

    private string Proof(TestLab lab) =>
        TestProof.Sign(_key, lab.Server.Metadata.TokenEndpoint, lab.Clock.GetUtcNow(), nonce: null);
}
