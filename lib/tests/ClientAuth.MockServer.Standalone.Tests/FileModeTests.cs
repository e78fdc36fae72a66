using System.Runtime.Versioning;
using ClientAuth.MockServer.Standalone.Tests.Processes;

namespace ClientAuth.MockServer.Standalone.Tests;

/// <summary>Who may read what a run writes. Windows has access lists instead, which OwnerOnlyFile's own tests look at.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class FileModeTests(RunningServer running)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly StandaloneProcess _server = running.Process;

    [Fact]
    public void Manifest_secrets_and_keys_are_readable_by_their_owner_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        string[] confidential =
        [
            _server.ManifestPath,
            .. Directory
                .GetFiles(_server.RunFolder, "*", SearchOption.AllDirectories)
                .Where(file => Path.GetFileName(file) is not ("ca.pem" or "certificate.pem")),
        ];

        Assert.Equal(14, confidential.Length);
        Assert.All(confidential, file => Assert.Equal(OwnerOnly, File.GetUnixFileMode(file)));
    }

    [Fact]
    public void Folders_of_a_run_are_closed_to_others()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        string[] folders = [_server.RunFolder, .. Directory.GetDirectories(_server.RunFolder)];

        Assert.All(folders, folder => Assert.Equal(OwnerOnly | UnixFileMode.UserExecute, File.GetUnixFileMode(folder)));
    }
}
