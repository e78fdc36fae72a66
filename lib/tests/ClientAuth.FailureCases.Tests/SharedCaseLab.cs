using ClientAuth.Devices;
using ClientAuth.FailureCases.Laboratory;

namespace ClientAuth.FailureCases.Tests;

/// <summary>One lab for all cases: each has a server of its own, so that none can see another.</summary>
public sealed class SharedCaseLab : IDisposable
{
    public CaseLab Lab { get; } = CaseLab.Open(TimeProvider.System, DevicesFile.Read(Checkout.Devices));

    public void Dispose() => Lab.Dispose();
}
