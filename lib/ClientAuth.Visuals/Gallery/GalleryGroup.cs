namespace ClientAuth.Visuals.Gallery;

/// <summary>A row of the matrix of failures.</summary>
/// <param name="Name">A word.</param>
/// <param name="Asks">What the server asks, where requests of this group fail.</param>
public sealed record GalleryGroup(string Name, string Asks);
