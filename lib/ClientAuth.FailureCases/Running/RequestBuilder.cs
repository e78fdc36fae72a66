using ClientAuth.FailureCases.Fixtures;
using ClientAuth.FailureCases.Keys;
using ClientAuth.FailureCases.Requests;
using ClientAuth.FailureCases.Values;
using ClientAuth.FailureCases.Wire;
using ClientAuth.MockServer;

namespace ClientAuth.FailureCases.Running;

/// <summary>Builds the requests of a case: a good one, changed as the case says, signed and encoded.</summary>
/// <param name="fixture">Authorities, keys and clients.</param>
/// <param name="keys">The keys of the fixture, and those on the phones of the case.</param>
/// <param name="devices">The phones of the case.</param>
/// <param name="connection">Fetches challenges and nonces.</param>
/// <param name="nodes">The servers of the case.</param>
internal sealed class RequestBuilder(
    CaseFixture fixture,
    CaseKeys keys,
    CaseDevices devices,
    WireConnection connection,
    ServerNodes nodes
)
{
    /// <param name="plan">What to build.</param>
    /// <param name="other">The other client of the same method.</param>
    /// <param name="caseValues">What placeholders stand for in the whole case.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    public async Task<BuiltRequest> BuildAsync(
        RequestPlan plan,
        CaseClient other,
        Placeholders caseValues,
        CancellationToken cancellationToken
    )
    {
        var values = CaseValues.For(plan.Client, other, caseValues, plan.SameCredential);
        if (FreshValues.AreNeeded(plan))
        {
            await FreshValues.AddToAsync(values, connection.SendAsync, nodes.First.Metadata, cancellationToken);
        }

        var draft = new RequestDraft(fixture, keys, devices, plan.Client, other, values);
        try
        {
            GoodRequest.Fill(draft, plan.Endpoint);
            foreach (var change in plan.Changes)
            {
                change.Apply(draft);
            }

            var server = draft.AtSecondNode ? nodes.Second : nodes.First;
            var address = EndpointAddresses.Of(server.Metadata, plan.Endpoint, draft.AtCertificateEndpoint, values);
            return new BuiltRequest(draft, RequestRendering.Render(draft, address), server);
        }
        catch
        {
            draft.Dispose();
            throw;
        }
    }
}

/// <summary>A request that is ready to be sent.</summary>
/// <param name="Draft">What it was made from; owns its certificates.</param>
/// <param name="Request">What is sent.</param>
/// <param name="Server">Where it is sent.</param>
internal sealed record BuiltRequest(RequestDraft Draft, WireRequest Request, MockAuthorizationServer Server)
    : IDisposable
{
    public void Dispose() => Draft.Dispose();
}
