using ClientAuth.Devices;
using ClientAuth.FailureCases.Laboratory;

namespace ClientAuth.MockServer.Standalone.Tests.Handshakes;

/// <summary>One lab for all cases: each has a server of its own, so that none can see another.</summary>
public sealed class SharedCaseLab : IDisposable
{
    public CaseLab Lab { get; } = CaseLab.Open(TimeProvider.System, DevicesFile.Read(DataFile.PathOf("devices.json")));

    public void Dispose() => Lab.Dispose();
}
