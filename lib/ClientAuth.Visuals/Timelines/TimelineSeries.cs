using ClientAuth.Visuals.Charts;

namespace ClientAuth.Visuals.Timelines;

/// <summary>What stretches of one kind are called and look like.</summary>
internal sealed record TimelineSeries(string Name, SeriesLook Look);
