namespace ClientAuth.MockServer.Tests.Lab;

/// <summary>One lab for all cases of a class, where no case leaves anything behind that another could see.</summary>
public sealed class SharedLab : IAsyncLifetime
{
    internal TestLab Lab { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Lab = await TestLab.StartAsync();

    public ValueTask DisposeAsync() => Lab.DisposeAsync();
}
