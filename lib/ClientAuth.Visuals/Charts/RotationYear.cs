namespace ClientAuth.Visuals.Charts;

/// <summary>On which days of a year something was wrong, for one way to rotate a credential. Days are counted from 0, in order.</summary>
/// <param name="Strategy">What the chart calls it.</param>
/// <param name="OutageDays">Days on which some install was without a token.</param>
/// <param name="ExposedDays">Days on which a stolen copy was still good.</param>
public sealed record RotationYear(string Strategy, IReadOnlyList<int> OutageDays, IReadOnlyList<int> ExposedDays);
