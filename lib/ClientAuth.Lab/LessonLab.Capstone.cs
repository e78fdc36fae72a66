using ClientAuth.Lab.Capstone;

namespace ClientAuth.Lab;

/// <summary>The fleet of lesson 13.</summary>
public sealed partial class LessonLab
{
    private CapstoneFleet? _fleet;

    /// <summary>Six clients of one company, none of which gets a token; what the learner has mended stays as long as the lab.</summary>
    public CapstoneFleet CapstoneFleet() => _fleet ??= new CapstoneFleet();
}
