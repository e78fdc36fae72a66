using System.Text;
using ClientAuth.MockServer.Standalone;
using ClientAuth.MockServer.Standalone.Exits;
using ClientAuth.MockServer.Standalone.Limits;

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

// The library starts in MockAuthorizationServer.cs. This is the program around it, for curl, Postman or an emulator.
using var stop = new StopSignals();
return await new StandaloneCommand(TimeProvider.System, Console.Out, Console.Error).RunAsync(args, stop.Token);
