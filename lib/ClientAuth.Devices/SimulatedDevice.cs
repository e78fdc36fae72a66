using System.Security.Cryptography;
using ClientAuth.Protocol;

namespace ClientAuth.Devices;

/// <summary>
/// A simulated phone with one app: its keys, its storage, and a platform that attests the app as the profile says. The keys,
/// certificates and signatures are real.
/// </summary>
public sealed class SimulatedDevice : IDisposable
{
    private readonly DeviceKeys _keys = new();
    private readonly PlatformAttester _attester;

    private SimulatedDevice(DeviceProfile profile, PlatformAttester attester)
    {
        Profile = profile;
        _attester = attester;
    }

    /// <summary>The profile that the device was made from.</summary>
    public DeviceProfile Profile { get; }

    /// <summary>What the app keeps between its starts.</summary>
    public SimulatedStorage Storage { get; } = new();

    /// <summary>Why the platform attests no app; null where it does.</summary>
    public string? CannotAttest => Profile.CannotAttest;

    /// <summary>A new device, with keys that no other has.</summary>
    /// <param name="profile">What it is like.</param>
    /// <param name="makers">Who vouches for it; must outlive it.</param>
    /// <param name="clock">The device's.</param>
    /// <exception cref="ArgumentException">The profile contradicts itself; the message says where.</exception>
    public static SimulatedDevice Make(DeviceProfile profile, DeviceMakers makers, TimeProvider clock)
    {
        if (DeviceProfileRules.ProblemOf(profile) is { } problem)
        {
            throw new ArgumentException($"The device '{profile.Id}' cannot be made: {problem}.", nameof(profile));
        }

        return new SimulatedDevice(
            profile,
            profile.Android is { } android
                ? new AndroidAttester(android, makers, clock)
                : new AppleAttester(profile.Apple!, makers)
        );
    }

    /// <summary>The app's P-256 key of this name, made where there is none yet. It stays the device's to dispose of.</summary>
    public ECDsa OpenKey(string keyName) => _keys.Open(keyName);

    /// <summary>Whether there is a key of this name already.</summary>
    public bool HasKey(string keyName) => _keys.Contains(keyName);

    /// <summary>Forgets a key for good, and that it was attested; nothing happens where there is none.</summary>
    public void DeleteKey(string keyName)
    {
        _keys.Delete(keyName);
        _attester.Forget(keyName);
    }

    /// <summary>
    /// Has the platform attest the app and its key. An Apple device attests a key in full once and signs assertions from then
    /// on. A server that does not know the key needs a new one (<see cref="DeleteKey"/>).
    /// </summary>
    /// <param name="keyName">The key, made where there is none yet.</param>
    /// <param name="challenge">The server's.</param>
    /// <param name="flaw">What is to be wrong with it; nothing where it is left out.</param>
    /// <exception cref="InvalidOperationException">The platform vouches for no app (<see cref="CannotAttest"/>).</exception>
    /// <exception cref="ArgumentException">The flaw cannot be made on this platform.</exception>
    public PlatformAttestation Attest(string keyName, string challenge, EvidenceFlaw? flaw = null) =>
        CannotAttest is { } reason
            ? throw new InvalidOperationException($"{Profile.Name} cannot attest: {reason}")
            : _attester.Attest(keyName, OpenKey(keyName), challenge, flaw ?? EvidenceFlaw.None);

    public override string ToString() => Profile.Name;

    public void Dispose()
    {
        _attester.Dispose();
        _keys.Dispose();
        Storage.Dispose();
    }
}
