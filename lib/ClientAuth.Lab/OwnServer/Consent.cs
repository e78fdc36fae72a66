using ClientAuth.Lab.OwnServer.Settings;

namespace ClientAuth.Lab.OwnServer;

/// <summary>Whether the learner has agreed to a plan, by writing the address that it is for. A notebook without a front end cannot ask.</summary>
/// <param name="Variable">What the learner writes it into.</param>
/// <param name="Address">The address of the plan, in full.</param>
/// <param name="IsNeeded">Whether the server is somebody else's: the one that the lesson started may be asked anything.</param>
internal sealed record Consent(string Variable, string Address, bool IsNeeded)
{
    /// <exception cref="OwnServerSettingsException">Another address is written, so that something else may be meant.</exception>
    public bool IsGivenBy(string written) =>
        !IsNeeded
        || written == Address
        || (
            written.Length > 0
                ? throw new OwnServerSettingsException(
                    Variable,
                    $"'{written}' is not the address of the plan, '{Address}'. Write the plan's address letter for letter, or leave {Variable} empty and nothing is sent."
                )
                : false
        );

    /// <summary>What a plan says about it.</summary>
    public string Words(string written) =>
        !IsNeeded ? "not needed: this lesson started the server"
        : IsGivenBy(written) ? $"sent when you run the next cell: you wrote {Variable}"
        : $"nothing is sent. To agree, write {Variable} = \"{Address}\"";
}
