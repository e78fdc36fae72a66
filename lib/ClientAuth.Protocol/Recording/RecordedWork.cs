namespace ClientAuth.Protocol.Recording;

/// <summary>Local work of a participant that sends nothing, such as making a key.</summary>
/// <param name="By">Who did it.</param>
/// <param name="Did">What, as a predicate: <c>makes the key my-key</c>. Holds no secret.</param>
/// <param name="Started">When it began, on the machine's monotonic clock, of which only differences mean something.</param>
/// <param name="Duration">How long it took.</param>
public sealed record RecordedWork(Participant By, string Did, TimeSpan Started, TimeSpan Duration);
