using ClientAuth.Visuals;

namespace ClientAuth.Lab.Choosing;

/// <summary>What to use in a situation.</summary>
/// <param name="Situation">The answers that it is for.</param>
/// <param name="Method">The one method. Where only some devices attest, it is that of the others.</param>
/// <param name="Reasons">Why; at least one.</param>
/// <param name="Conditions">What must be seen to for it to hold.</param>
/// <param name="Others">Every other method, and why not.</param>
public sealed record Recommendation(
    Situation Situation,
    ChoosableMethod Method,
    IReadOnlyList<Reason> Reasons,
    IReadOnlyList<Reason> Conditions,
    IReadOnlyList<OtherMethod> Others
)
{
    /// <summary>As a lesson shows it.</summary>
    public FactsView View() =>
        new(
            $"Recommended: {Method.Name}",
            [
                ("Where", Situation.ToString()),
                ("In the SDK", Method.Configuration),
                .. Reasons.Select(reason => ("Because", reason.ToString())),
                .. Conditions.Select(condition => ("Take care of", condition.ToString())),
                .. Others.Select(other =>
                    ($"{other.Method.Name}: {other.Standing}", string.Join(" ", other.Reasons.Select(r => r.Because)))
                ),
            ]
        );
}
