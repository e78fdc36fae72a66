namespace NotebookEngine.FrontEnds.Tests.Hub;

/// <summary>The programs that a hub is made of.</summary>
internal static class HubTools
{
    /// <summary>Names the folder with the packages of npm.</summary>
    private const string Variable = "JUPYTERHUB_NPM";

    public const string Hub = "jupyterhub";

    /// <summary>The program that stands before the hub and the learners' servers.</summary>
    public static string Proxy =>
        Path.Combine(
            Environment.GetEnvironmentVariable(Variable) ?? "",
            "node_modules/configurable-http-proxy/bin/configurable-http-proxy"
        );

    /// <summary>Skips the test where one is missing, and fails it where CI promises every tool.</summary>
    public static void MustBeThere()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Jupyter's own front ends are tested on Linux.");
        foreach (var (program, package) in new[] { (Hub, Hub), ("node", "nodejs") })
        {
            if (!RequiredTools.IsThere(program))
            {
                RequiredTools.Missing($"{program} is not installed here; Debian has it as {package}.");
            }
        }

        if (!Path.IsPathFullyQualified(Proxy) || !File.Exists(Proxy))
        {
            RequiredTools.Missing(
                $"{Variable} names no folder with node_modules/configurable-http-proxy. In a folder of yours: npm install configurable-http-proxy@5.3.0"
            );
        }
    }
}
