namespace ClientAuth.MockServer;

/// <summary>An app as App Attest names it.</summary>
/// <param name="AppId">Team and bundle, for example <c>A1B2C3D4E5.com.example.mobileapp</c>.</param>
public sealed record AppleApp(string AppId);
