namespace ClientAuth.Lab.Attacks;

/// <summary>What an attacker does to come by a token.</summary>
public enum AttackGroup
{
    /// <summary>Something that lies open, or is handed to them.</summary>
    Reads,

    /// <summary>A proof, without the key that it needs.</summary>
    Forges,

    /// <summary>Something genuine, once more.</summary>
    Replays,

    /// <summary>What is short, or listens for what the server does not say.</summary>
    Guesses,

    /// <summary>A key, or what a device keeps.</summary>
    Steals,
}
