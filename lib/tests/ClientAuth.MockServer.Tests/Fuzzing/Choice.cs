namespace ClientAuth.MockServer.Tests.Fuzzing;

/// <summary>One way to fill one part of a request, and whether a request with it may still get a token.</summary>
/// <param name="Name">For the message of a failed run.</param>
/// <param name="IsGood">What the specifications say of it.</param>
/// <param name="Make">Fills the part.</param>
internal sealed record Choice(string Name, bool IsGood, Action<RequestDraft> Make)
{
    public static Choice Good(string name, Action<RequestDraft> make) => new(name, true, make);

    public static Choice Bad(string name, Action<RequestDraft> make) => new(name, false, make);

    public override string ToString() => IsGood ? Name : $"{Name} (bad)";
}
