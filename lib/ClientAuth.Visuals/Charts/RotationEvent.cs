namespace ClientAuth.Visuals.Charts;

/// <summary>Something that happens on one day of the year, whatever the strategy.</summary>
/// <param name="Day">Counted from 0, as everywhere in the year.</param>
/// <param name="Label">What happens, in a few words.</param>
public sealed record RotationEvent(int Day, string Label);
