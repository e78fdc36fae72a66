using System.Text;

namespace ClientAuth.MockServer.Standalone.Tests.Processes;

/// <summary>How a program ended and what it wrote.</summary>
internal sealed record ToolResult(int ExitCode, byte[] Output, string Error)
{
    public string Text => Encoding.UTF8.GetString(Output);

    /// <summary>The output of a program that did what it was asked.</summary>
    public byte[] Succeeded()
    {
        Assert.True(ExitCode == 0, $"exit {ExitCode}: {Error}");
        return Output;
    }
}
