namespace ClientAuth.Lab.Rotation;

/// <summary>What a year with one strategy came to. Every figure was counted while real requests were made.</summary>
/// <param name="Strategy">The strategy's name.</param>
/// <param name="Requests">Token requests of the installs, in order.</param>
/// <param name="ExposedDays">The days on which the copied credential still served the thief.</param>
public sealed record StrategyYear(
    string Strategy,
    IReadOnlyList<InstallRequest> Requests,
    IReadOnlyList<int> ExposedDays
)
{
    /// <summary>Requests that brought no token.</summary>
    public IReadOnlyList<InstallRequest> Failed { get; } =
    [.. Requests.Where(request => request.RefusedBy is not null)];

    /// <summary>Installs that were without a token at least once.</summary>
    public int InstallsHit => Failed.Select(request => request.Install).Distinct().Count();

    /// <summary>The days from an install's first failed request up to, and without, the next that brought a token; of all installs together.</summary>
    public IReadOnlyList<int> OutageDays =>
        [
            .. Requests
                .GroupBy(request => request.Install)
                .SelectMany(own => DaysWithoutToken([.. own]))
                .Distinct()
                .Order(),
        ];

    /// <summary>What refused, each once.</summary>
    public IReadOnlyList<string> RefusedBy =>
        [.. Failed.Select(request => request.RefusedBy!).Distinct().Order(StringComparer.Ordinal)];

    private static IEnumerable<int> DaysWithoutToken(IReadOnlyList<InstallRequest> own) =>
        own.Index()
            .Where(request => request.Item.RefusedBy is not null)
            .SelectMany(request => DaysBetween(request.Item.Day, NextAfter(own, request.Index)));

    private static int NextAfter(IReadOnlyList<InstallRequest> own, int index) =>
        index + 1 < own.Count ? own[index + 1].Day : RotationCalendar.Days;

    private static IEnumerable<int> DaysBetween(int from, int end) => Enumerable.Range(from, end - from);
}

/// <summary>A token request of an install.</summary>
/// <param name="Day">Of the year, from 0.</param>
/// <param name="Install">Whose.</param>
/// <param name="RefusedBy">The server's check that failed, or what in the app refused the server; null where a token was issued.</param>
public sealed record InstallRequest(int Day, string Install, string? RefusedBy);
