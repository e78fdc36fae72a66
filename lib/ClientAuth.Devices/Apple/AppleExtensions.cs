using System.Buffers.Binary;
using System.Formats.Cbor;

namespace ClientAuth.Devices.Apple;

/// <summary>
/// Extensions that App Attest writes about the app since iOS 27: a map at the end of the authenticator data, which no flag
/// announces (Apple, WWDC 2026).
/// </summary>
public sealed record AppleExtensions
{
    /// <summary>How the app was signed and came to the device: 2 TestFlight, 3 development, 4 the store, 5 an enterprise.</summary>
    public required uint ValidationCategory { get; init; }

    /// <summary>The app's build, its <c>CFBundleVersion</c>.</summary>
    public required string BundleVersion { get; init; }

    /// <summary>A map in CBOR; the category as four bytes, the lowest first.</summary>
    public byte[] Encode()
    {
        var category = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(category, ValidationCategory);
        var writer = new CborWriter(CborConformanceMode.Ctap2Canonical);
        writer.WriteStartMap(2);
        writer.WriteTextString("apple_bundle_version_01");
        writer.WriteTextString(BundleVersion);
        writer.WriteTextString("apple_validation_category_01");
        writer.WriteByteString(category);
        writer.WriteEndMap();
        return writer.Encode();
    }
}
