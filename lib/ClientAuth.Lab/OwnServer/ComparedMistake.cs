using ClientAuth.Lab.OwnServer.Probing;

namespace ClientAuth.Lab.OwnServer;

/// <summary>What two servers answered to one mistake.</summary>
/// <param name="Row">Its place among the twenty.</param>
/// <param name="Title">What was done.</param>
/// <param name="Yours">What the learner's server answered.</param>
/// <param name="Labs">What the lab's answered.</param>
/// <param name="IsFinding">Whether the learner's server let it pass, or makes it itself.</param>
/// <param name="Meaning">What the learner may conclude.</param>
public sealed record ComparedMistake(
    int Row,
    string Title,
    ProbeAnswer Yours,
    ProbeAnswer Labs,
    bool IsFinding,
    string Meaning
);
