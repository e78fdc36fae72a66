using ClientAuth.Protocol.Recording;
using ClientAuth.Visuals;
using ClientAuth.Visuals.Charts;

namespace ClientAuth.Lab;

/// <summary>Puts what was refused beside what was not.</summary>
public sealed partial class LessonLab
{
    /// <summary>A good request and the last one, side by side, with what differs marked. An assertion is decoded.</summary>
    /// <param name="good">As it was recorded.</param>
    /// <exception cref="InvalidOperationException">Nothing has been sent yet.</exception>
    public DifferenceView Difference(RecordedExchange good) => DifferenceView.Of(good, LastExchange);

    /// <summary>The last request as a row of a <see cref="FailingChecksChart"/>.</summary>
    /// <param name="request">What was sent, in a few words.</param>
    /// <exception cref="InvalidOperationException">Nothing has been sent yet.</exception>
    public CheckedRequest Checked(string request) => new(request, LastExchange);
}
