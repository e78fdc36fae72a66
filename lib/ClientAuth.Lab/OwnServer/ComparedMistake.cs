using ClientAuth.Lab.OwnServer.Probing;
using ClientAuth.Visuals;

namespace ClientAuth.Lab.OwnServer;

/// <summary>What two servers answered to one mistake.</summary>
/// <param name="Row">Its place among the twenty.</param>
/// <param name="Title">What was done.</param>
/// <param name="Yours">What the learner's server answered.</param>
/// <param name="Labs">What the lab's answered.</param>
/// <param name="Verdict">Whether the learner's server answered as it should.</param>
/// <param name="Meaning">What the learner may conclude.</param>
public sealed record ComparedMistake(
    int Row,
    string Title,
    ProbeResponse Yours,
    ProbeResponse Labs,
    MistakeVerdict Verdict,
    string Meaning
);
