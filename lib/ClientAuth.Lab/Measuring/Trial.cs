namespace ClientAuth.Lab.Measuring;

/// <summary>Something that can be run many times, and says each time how long its parts took.</summary>
/// <param name="Variant">What it is called.</param>
/// <param name="RunAsync">One run; each has the same parts.</param>
internal sealed record Trial(string Variant, Func<CancellationToken, Task<IReadOnlyList<Lap>>> RunAsync);
