using Interoperability.Tests.Npm;
using Interoperability.Tests.Servers;

namespace Interoperability.Tests.OurClient;

/// <summary>This project's client at node-oidc-provider.</summary>
internal sealed class NodeOidcProviderColumn : Column
{
    public override string Name => "node-" + NpmFolder.Named(NpmFolder.OidcProvider);

    public override IReadOnlyDictionary<string, string> Reasons { get; } = new Dictionary<string, string>();

    protected override async Task<Pair> StartAsync() =>
        await OurClientPair.MeetAsync(await NodeOidcProvider.StartAsync());
}
