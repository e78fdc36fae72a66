using ClientAuth.Visuals.Drawing;

namespace ClientAuth.Visuals.Timelines;

/// <summary>What stretches of one kind are called and look like.</summary>
internal sealed record TimelineSeries(string Name, SeriesLook Look);
