namespace ClientAuth.Devices.Android;

/// <summary>What the platform lets a key do: values of the tag <c>purpose</c>, 1.</summary>
public enum KeyPurpose
{
    Encrypt = 0,
    Decrypt = 1,
    Sign = 2,
    Verify = 3,
}
