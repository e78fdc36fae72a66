using System.Formats.Asn1;
using System.Text;

namespace ClientAuth.Devices.Android;

/// <summary>One package of an app: Android's <c>AttestationPackageInfo</c>.</summary>
/// <param name="PackageName">For example <c>com.example.mobileapp</c>.</param>
/// <param name="Version">The <c>versionCode</c>.</param>
public sealed record AttestationPackageInfo(string PackageName, int Version)
{
    internal void WriteTo(AsnWriter writer)
    {
        using (writer.PushSequence())
        {
            writer.WriteOctetString(Encoding.UTF8.GetBytes(PackageName));
            writer.WriteInteger(Version);
        }
    }
}
