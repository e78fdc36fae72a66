using ClientAuth.MockServer.Tests.Lab;

namespace ClientAuth.MockServer.Tests.LabEndpoints;

/// <summary>One server with a lab for all cases of a class, where no case leaves anything behind that another could see.</summary>
public sealed class SharedLabEndpoints : IAsyncLifetime
{
    internal TestLab Lab { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Lab = await LabCall.StartAsync();

    public ValueTask DisposeAsync() => Lab.DisposeAsync();
}
