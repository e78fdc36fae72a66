namespace ClientAuth.MockServer;

/// <summary>A client whose app is proven by the platform it runs on. At least one platform is given.</summary>
/// <param name="ClientId">A client that is registered for no authentication and for the token exchange grant.</param>
/// <param name="Policy">What its devices must be.</param>
public sealed record AttestedApp(string ClientId, AttestationPolicy Policy)
{
    /// <summary>The app on Android; null where there is none.</summary>
    public AndroidApp? Android { get; init; }

    /// <summary>The app on Apple's platforms; null where there is none.</summary>
    public AppleApp? Apple { get; init; }
}
