using System.Security.Cryptography;
using ClientAuth.Protocol;

namespace ClientAuth.Client.Platform;

/// <summary>The services of a phone's operating system that an app uses: keys that stay on the device, their attestation, and storage.</summary>
public abstract class DevicePlatform
{
    /// <summary>What a person calls the device; goes into messages and into <c>client_name</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The app's storage, which outlasts its process, as in the Keychain.</summary>
    public abstract DeviceStorage Storage { get; }

    /// <summary>Why the platform cannot attest its apps, where that is known beforehand; nothing is then sent. Null where only an attempt shows it.</summary>
    public virtual string? CannotAttest => null;

    /// <summary>The P-256 key of this name, made where there is none yet; the same one at the next start. Stays the platform's to dispose of.</summary>
    public abstract ECDsa OpenKey(string keyName);

    /// <summary>Forgets a key for good; nothing happens where there is none.</summary>
    public abstract void DeleteKey(string keyName);

    /// <summary>Attests the app and its key.</summary>
    /// <param name="keyName">The key, made where there is none yet.</param>
    /// <param name="challenge">The server's challenge, so that the attestation is fresh.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <exception cref="AttestationUnavailableException">This device cannot; the message says why.</exception>
    public abstract Task<PlatformAttestation> AttestAsync(
        string keyName,
        string challenge,
        CancellationToken cancellationToken
    );
}
