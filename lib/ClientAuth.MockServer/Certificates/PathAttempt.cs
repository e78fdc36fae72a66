using ClientAuth.MockServer.Checks;

namespace ClientAuth.MockServer.Certificates;

/// <summary>One path that was found, and the checks of it as far as they went.</summary>
/// <param name="Path">The path.</param>
/// <param name="Trace">Its lines; the last one failed unless all hold.</param>
internal sealed record PathAttempt(CertificatePath Path, CheckTrace Trace)
{
    public bool Holds => Trace.Broken is null;

    /// <summary>How many checks held: the path that got furthest says best what is wrong.</summary>
    public int Progress => Trace.Count;

    /// <summary>Where it leads, for a trace; with what is between where there are several.</summary>
    public string Describe(bool isOnly) =>
        $"a path to {Quote.Text(Path.Certificates[^1].Subject)}" + (isOnly ? "" : $" {Way()}");

    /// <summary>The way it takes and the check that failed, for a trace.</summary>
    public string DescribeFall() =>
        $"a path {Way()} fell at {Trace.ToTrace().Failure?.Check}: {Trace.ToTrace().Failure?.Seen}";

    private string Way() =>
        Path.Certificates.Count == 2
            ? $"directly (serial number {Path.Certificates[1].SerialNumber})"
            : "by way of "
                + string.Join(
                    ", ",
                    Path.Authorities.SkipLast(1)
                        .Select(one => $"{Quote.Text(one.Subject)} (serial number {one.SerialNumber})")
                );
}
