using Interoperability.Tests.Servers;

namespace Interoperability.Tests.OurClient;

/// <summary>This project's client at this project's server: what the others are compared with.</summary>
internal sealed class OurServerColumn : Column
{
    public override string Name => "this project's server";

    public override IReadOnlyDictionary<string, string> Reasons { get; } = new Dictionary<string, string>();

    protected override async Task<Pair> StartAsync() => await OurClientPair.MeetAsync(await OurServer.StartAsync());
}
