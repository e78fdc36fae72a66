using ClientAuth.MockServer.Standalone;

// The library starts in MockAuthorizationServer.cs. This is the program around it, for curl, Postman or an emulator.
using var stop = new StopSignals();
return await new StandaloneCommand(TimeProvider.System, Console.Out, Console.Error).RunAsync(args, stop.Token);
