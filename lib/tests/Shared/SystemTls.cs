namespace Tests.Shared;

/// <summary>What TLS of this system lacks: a test that needs it is skipped there with the reason.</summary>
internal static class SystemTls
{
    // .NET on macOS uses SecureTransport. Its successor, Network.framework, is only an experiment in .NET 10.
    internal static bool Has13 => !OperatingSystem.IsMacOS();

    internal static bool Resumes => !OperatingSystem.IsMacOS();

    internal static void Require13() =>
        Assert.SkipUnless(Has13, "TLS of .NET on macOS ends at version 1.2 (dotnet/runtime#117428).");

    internal static void RequireResumption() =>
        Assert.SkipUnless(Resumes, "TLS of .NET on macOS resumes no session (dotnet/runtime#85113).");
}
