using System.Text;
using ClientAuth.FailureCases.Tester;

// A console of Windows has a code page that damages names; what reads a pipe expects UTF-8 as elsewhere.
if (OperatingSystem.IsWindows())
{
    Console.OutputEncoding = Encoding.UTF8;
}

// The catalogue and its runner at this project's own server start in CaseRunner.cs. This is the tester of any server.
return await new TesterCommand(
    TimeProvider.System,
    Console.Out,
    Console.Error,
    Environment.GetEnvironmentVariable
).RunAsync(args, CancellationToken.None);
