namespace ClientAuth.MockServer.Options;

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

/// <summary>An app as an Android device names it in an attestation.</summary>
/// <param name="PackageName">For example <c>com.example.mobileapp</c>.</param>
/// <param name="SignatureDigests">Base64 SHA-256 of each certificate that the app may be signed with; at least one.</param>
public sealed record AndroidApp(string PackageName, IReadOnlyList<string> SignatureDigests);

/// <summary>An app as App Attest names it.</summary>
/// <param name="AppId">Team and bundle, for example <c>A1B2C3D4E5.com.example.mobileapp</c>.</param>
public sealed record AppleApp(string AppId);
