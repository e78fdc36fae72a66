using System.Text;
using ClientAuth.MockServer.Standalone.Exits;
using ClientAuth.MockServer.Standalone.Limits;

namespace ClientAuth.MockServer.Standalone;

/// <summary>The program around the library, for curl, Postman or an emulator. The library starts in <see cref="MockAuthorizationServer"/>.</summary>
internal static class Program
{
    // Top-level statements would make a public Program without a namespace, in the way of WebApplicationFactory<Program> of those who
    // test an application beside this library.
    private static async Task<int> Main(string[] args)
    {
        // A console of Windows has a code page that damages names; what reads a pipe expects UTF-8 as elsewhere.
        if (OperatingSystem.IsWindows())
        {
            Console.OutputEncoding = Encoding.UTF8;
        }

        if (OpenFileLimit.Refusal(OpenFileLimit.OfThisProcess()) is { } tooFewFiles)
        {
            await Console.Error.WriteLineAsync($"error: {tooFewFiles}");
            return ExitCodes.CouldNotStart;
        }

        using var stop = new StopSignals();
        return await new StandaloneCommand(TimeProvider.System, Console.Out, Console.Error).RunAsync(args, stop.Token);
    }
}
