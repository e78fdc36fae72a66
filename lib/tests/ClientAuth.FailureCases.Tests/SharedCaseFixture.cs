using ClientAuth.Devices;
using ClientAuth.FailureCases.Fixtures;

namespace ClientAuth.FailureCases.Tests;

/// <summary>One fixture for all cases: each has a server of its own, so that none can see another.</summary>
public sealed class SharedCaseFixture : IDisposable
{
    public CaseFixture Fixture { get; } = CaseFixture.Open(TimeProvider.System, DevicesFile.Read(Checkout.Devices));

    public void Dispose() => Fixture.Dispose();
}
