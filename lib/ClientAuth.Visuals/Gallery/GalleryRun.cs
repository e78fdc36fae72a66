namespace ClientAuth.Visuals.Gallery;

/// <summary>A case sent by one method.</summary>
/// <param name="Column">The column of the matrix that the method belongs to.</param>
/// <param name="IsAsExpected">Whether the server answered as it must.</param>
public sealed record GalleryRun(string Column, bool IsAsExpected);
