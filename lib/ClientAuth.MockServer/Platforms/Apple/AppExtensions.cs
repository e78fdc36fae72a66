using System.Buffers.Binary;
using System.Formats.Cbor;
using ClientAuth.MockServer.Checks;

namespace ClientAuth.MockServer.Platforms.Apple;

/// <summary>
/// What App Attest says of the app since iOS 27, in a map behind everything else (Apple, WWDC 2026). Other members may join them and are
/// passed over; what this server makes of a tampered app it knows from the rest.
/// </summary>
/// <param name="Category">How the app was signed and came to the device: 2 TestFlight, 3 development, 4 the store; null where it is not said.</param>
/// <param name="BundleVersion">The app's build; null where it is not said.</param>
internal sealed record AppExtensions(uint? Category, string? BundleVersion)
{
    /// <summary>Null where the bytes are no such map, or no map alone.</summary>
    public static AppExtensions? Read(byte[] cbor) => EvidenceCbor.Read(cbor, Read);

    /// <summary>What they say, to put behind other words of a trace.</summary>
    public override string ToString() =>
        $", validation category {Category?.ToString() ?? "not said"}, bundle version {Quote.Text(BundleVersion)}";

    private static AppExtensions? Read(CborReader reader)
    {
        uint? category = null;
        string? version = null;
        EvidenceCbor.ReadMap(
            reader,
            name =>
            {
                switch (name)
                {
                    case "apple_validation_category_01":
                        category = ReadCategory(reader.ReadByteString());
                        break;
                    case "apple_bundle_version_01":
                        version = reader.ReadTextString();
                        break;
                    default:
                        reader.SkipValue();
                        break;
                }
            }
        );
        return new AppExtensions(category, version);
    }

    private static uint ReadCategory(byte[] bytes) =>
        bytes.Length == sizeof(uint)
            ? BinaryPrimitives.ReadUInt32LittleEndian(bytes)
            : throw new CborContentException("a validation category has four bytes");
}
