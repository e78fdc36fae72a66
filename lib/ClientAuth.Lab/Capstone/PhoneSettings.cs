namespace ClientAuth.Lab.Capstone;

/// <summary>What the app on a driver's phone is configured with: it attests itself at each start.</summary>
public sealed record PhoneSettings
{
    /// <summary>Whether a start uses the attested key of the start before.</summary>
    public bool KeepsKey { get; set; } = true;

    /// <summary>Whether a start uses the challenge of the start before.</summary>
    public bool KeepsChallenge { get; set; }
}
