using ClientAuth.Credentials;

namespace ClientAuth.Lab.Tests;

/// <summary>On Windows and macOS the key of a certificate lies in a file until the certificate is disposed of (dotnet/runtime#101090).</summary>
public sealed class LessonLabKeysTests
{
    [Fact]
    public async Task Certificates_that_a_lesson_has_issued_go_with_the_lab()
    {
        var lab = await LessonLab.OpenAsync();
        var clients = lab.Client("mobile-app-mtls").Certificate!;
        var lessons = lab.Authority.Issue(CertificateProfile.Client("CN=made in a cell"));

        await lab.DisposeAsync();

        // What was disposed of has no handle any more.
        Assert.Equal([IntPtr.Zero, IntPtr.Zero], [clients.Handle, lessons.Handle]);
    }
}
