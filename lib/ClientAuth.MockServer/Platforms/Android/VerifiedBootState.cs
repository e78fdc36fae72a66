namespace ClientAuth.MockServer.Platforms.Android;

/// <summary>What a device has started (Android, VerifiedBootState).</summary>
internal enum VerifiedBootState
{
    /// <summary>The software of its maker.</summary>
    Verified = 0,

    /// <summary>Software that its owner has signed.</summary>
    SelfSigned = 1,

    /// <summary>Anything.</summary>
    Unverified = 2,

    /// <summary>Software whose verification has failed.</summary>
    Failed = 3,
}
