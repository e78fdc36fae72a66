using ClientAuth.Protocol;

namespace ClientAuth.Client.Registration;

/// <summary>The client that one device has registered for itself.</summary>
/// <param name="registration">What the server answered; holds the secret, if there is one.</param>
/// <param name="keyThumbprint">The device's key when it registered.</param>
/// <param name="certificate">The registered certificate in DER; null where the credential is another.</param>
internal sealed class DeviceClient(ClientMetadata registration, string keyThumbprint, byte[]? certificate)
{
    public ClientMetadata Registration => registration;

    public string KeyThumbprint => keyThumbprint;

    public byte[]? Certificate => certificate;

    public string ClientId => registration.ClientId;

    /// <summary>The identifier; never the secret.</summary>
    public override string ToString() => registration.ToString();
}
