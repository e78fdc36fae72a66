using System.Security.Cryptography;
using ClientAuth.Client.Platform;
using ClientAuth.Protocol;

namespace ClientAuth.Client.Tests.Haapi;

/// <summary>A phone that nobody may touch before the configuration is right.</summary>
internal sealed class PaperPhone : DevicePlatform
{
    public override string Name => "Paper phone";

    public override DeviceStorage Storage => throw new InvalidOperationException("The storage was used.");

    public override ECDsa OpenKey(string keyName) => throw new InvalidOperationException("A key was made.");

    public override void DeleteKey(string keyName) => throw new InvalidOperationException("A key was deleted.");

    public override Task<PlatformAttestation> AttestAsync(
        string keyName,
        string challenge,
        CancellationToken cancellationToken
    ) => throw new InvalidOperationException("The platform was asked.");
}
