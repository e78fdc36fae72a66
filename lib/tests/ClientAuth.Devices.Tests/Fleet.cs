namespace ClientAuth.Devices.Tests;

/// <summary>The repository's devices.</summary>
internal static class Fleet
{
    public static string DataFile { get; } = Path.Combine(RepositoryFolder(), "data", "devices.json");

    public static IReadOnlyList<DeviceProfile> All { get; } = DevicesFile.Read(DataFile);

    public static DeviceProfile Get(string id) => All.Single(profile => profile.Id == id);

    private static string RepositoryFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ClientAuthNotebooks.slnx")))
        {
            folder =
                folder.Parent ?? throw new DirectoryNotFoundException("The tests do not run inside the repository.");
        }

        return folder.FullName;
    }
}
