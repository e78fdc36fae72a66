namespace ClientAuth.Visuals.Timelines;

/// <summary>A moment that concerns every row: a line across the drawing.</summary>
internal sealed record TimelineMoment(double At, string Name);
