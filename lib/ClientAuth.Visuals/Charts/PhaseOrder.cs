using ClientAuth.Protocol.Recording;
using ClientAuth.Visuals.Drawing;

namespace ClientAuth.Visuals.Charts;

/// <summary>The phases in the order in which they happen, each with a look of its own; an unknown phase comes after them.</summary>
internal static class PhaseOrder
{
    public static IReadOnlyList<string> Known { get; } =
    [
        PhaseNames.BuildCredential,
        PhaseNames.Connect,
        PhaseNames.Handshake,
        PhaseNames.ReadRequest,
        PhaseNames.Authenticate,
        PhaseNames.IssueToken,
    ];

    /// <summary>The phases that occur, in order.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<RecordedPhase> phases)
    {
        var present = phases.Select(phase => phase.Name).Distinct().ToList();
        return [.. Known.Where(present.Contains), .. present.Where(name => !Known.Contains(name))];
    }

    /// <summary>The same phase looks the same in every chart.</summary>
    public static SeriesLook Look(string phase, int position)
    {
        var known = Known.ToList().IndexOf(phase);
        return SeriesLook.At(known >= 0 ? known : position);
    }
}
