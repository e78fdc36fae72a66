namespace Packages.Tests.Processes;

/// <summary>A command that has ended.</summary>
/// <param name="Command">As it was given, for the message of a test that fails.</param>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">What it wrote to standard output.</param>
/// <param name="Errors">What it wrote to standard error.</param>
internal sealed record CommandResult(string Command, int ExitCode, string Output, string Errors)
{
    /// <summary>Fails the test with everything that the command said, unless it ended well.</summary>
    public CommandResult Succeeded()
    {
        Assert.True(ExitCode == 0, $"'{Command}' ended with {ExitCode}.\n{Output}\n{Errors}");
        return this;
    }
}
