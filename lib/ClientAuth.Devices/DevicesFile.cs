using ClientAuth.Credentials.Clients;

namespace ClientAuth.Devices;

/// <summary>A JSON file with an array of devices, such as <c>data/devices.json</c>.</summary>
public static class DevicesFile
{
    /// <summary>Reads the devices strictly, in the file's order.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">A device is wrong; the message names file, entry and field.</exception>
    public static IReadOnlyList<DeviceProfile> Read(string path)
    {
        var devices = JsonListFile.Read(path, "devices", "devices", DevicesJson.Default.IReadOnlyListDeviceProfile);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (index, device) in devices.Index())
        {
            // The serializer checks members for null, not the elements of a list.
            if (device is null)
            {
                throw new InvalidDataException($"{path}: device [{index}] is null; write an object with an id.");
            }

            var broken = DeviceProfileRules.ProblemOf(device) ?? DeviceProfileRules.ProblemOfExpected(device);
            if (broken is { } problem)
            {
                throw new InvalidDataException($"{path}: device [{index}] '{device.Id}': {problem}.");
            }

            if (!seen.TryAdd(device.Id, index))
            {
                throw new InvalidDataException(
                    $"{path}: device [{index}] '{device.Id}': id is taken by device [{seen[device.Id]}]; use each one once."
                );
            }
        }

        return devices;
    }
}
