namespace ClientAuth.Lab.Rotation;

/// <summary>A token request of an install.</summary>
/// <param name="Day">Of the year, from 0.</param>
/// <param name="Install">Whose.</param>
/// <param name="RefusedBy">The server's check that failed, or what in the app refused the server; null where a token was issued.</param>
public sealed record InstallRequest(int Day, string Install, string? RefusedBy);
