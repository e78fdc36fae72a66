using System.Security.Cryptography;
using ClientAuth.Protocol;

namespace ClientAuth.Devices;

/// <summary>The part of a phone's operating system that attests the keys of apps.</summary>
internal abstract class PlatformAttester : IDisposable
{
    /// <param name="keyName">What the app calls its key.</param>
    /// <param name="key">The app's key.</param>
    /// <param name="challenge">The server's.</param>
    /// <param name="flaw">What is to be wrong.</param>
    public abstract PlatformAttestation Attest(string keyName, ECDsa key, string challenge, EvidenceFlaw flaw);

    /// <summary>The app has deleted its key.</summary>
    public abstract void Forget(string keyName);

    public abstract void Dispose();
}
