using System.Text;

namespace ClientAuth.FailureCases.Tester;

/// <summary>The tester of any server. The catalogue and its runner at this project's own server start in <see cref="CaseRunner"/>.</summary>
internal static class Program
{
    private static Task<int> Main(string[] args)
    {
        // A console of Windows has a code page that damages names; what reads a pipe expects UTF-8 as elsewhere.
        if (OperatingSystem.IsWindows())
        {
            Console.OutputEncoding = Encoding.UTF8;
        }

        return new TesterCommand(
            TimeProvider.System,
            Console.Out,
            Console.Error,
            Environment.GetEnvironmentVariable
        ).RunAsync(args, CancellationToken.None);
    }
}
