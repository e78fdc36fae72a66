namespace ClientAuth.Lab.Exercises.Rotation;

/// <summary>Where the rotation of an assertion key stands.</summary>
public enum KeyRotationPhase
{
    /// <summary>The next key is made and goes out with the next version of the app. No install has it yet.</summary>
    NextKeyMade,

    /// <summary>Some installs sign with the next key already, the others still with the old one.</summary>
    InstallsMoving,

    /// <summary>The last install has moved.</summary>
    AllMoved,

    /// <summary>In the middle of the move it turns out that somebody has copied the old key.</summary>
    OldKeyStolen,
}
