namespace ClientAuth.Lab.Learners;

/// <summary>What came of adding to a progress file.</summary>
/// <param name="Exercises">All that it holds now.</param>
/// <param name="SetAside">Where an unusable file is now, and what was wrong with it; null as a rule.</param>
internal sealed record ProgressChange(IReadOnlyList<SolvedExercise> Exercises, (string Path, string Why)? SetAside);
