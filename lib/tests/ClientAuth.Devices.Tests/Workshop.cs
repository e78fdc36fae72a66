using System.Security.Cryptography.X509Certificates;
using ClientAuth.Protocol;
using Microsoft.Extensions.Time.Testing;

namespace ClientAuth.Devices.Tests;

/// <summary>Makers, a clock that stands still, and the devices made with them.</summary>
internal sealed class Workshop : IDisposable
{
    private readonly List<SimulatedDevice> _devices = [];

    public Workshop() => Makers = DeviceMakers.Create(Clock);

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));

    public DeviceMakers Makers { get; }

    public SimulatedDevice Make(string id) => Make(Fleet.Get(id));

    public SimulatedDevice Make(DeviceProfile profile)
    {
        var device = SimulatedDevice.Make(profile, Makers, Clock);
        _devices.Add(device);
        return device;
    }

    /// <summary>What a chain engine says of certificates, the leaf first, under one root.</summary>
    public X509ChainStatusFlags Verify(IReadOnlyList<X509Certificate2> certificates, X509Certificate2 root)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(root);
        chain.ChainPolicy.ExtraStore.AddRange(certificates.Skip(1).ToArray());
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTime = Clock.GetUtcNow().UtcDateTime;
        chain.Build(certificates[0]);
        return chain.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, one) => all | one.Status);
    }

    public static IReadOnlyList<X509Certificate2> CertificatesOf(PlatformAttestation attestation) =>
        [.. attestation.X5c!.Select(one => X509CertificateLoader.LoadCertificate(Convert.FromBase64String(one)))];

    public void Dispose()
    {
        foreach (var device in _devices)
        {
            device.Dispose();
        }

        Makers.Dispose();
    }
}
