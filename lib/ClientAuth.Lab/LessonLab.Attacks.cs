using ClientAuth.Lab.Attacks;
using ClientAuth.Lab.Expectations;
using ClientAuth.MockServer;
using ClientAuth.MockServer.Options;
using ClientAuth.Visuals;

namespace ClientAuth.Lab;

/// <summary>Attacks that a learner writes: against this server, and against one like it that lacks a defence.</summary>
public sealed partial class LessonLab
{
    /// <summary>Opens a lab like this one, with keys of its own, whose server goes without some defences.</summary>
    public Task<LessonLab> WithoutAsync(params IReadOnlyList<Defence> defences) =>
        LikeThisAsync(options => options with { SwitchedOff = defences });

    /// <summary>Claims that an attack works where one defence is switched off, and is refused here by the named check.</summary>
    /// <param name="attack">What it is called.</param>
    /// <param name="defence">What is switched off.</param>
    /// <param name="carryOut">Carries it out against the lab that it is given; its last request decides.</param>
    /// <param name="check">What refuses it here.</param>
    /// <exception cref="LessonExpectationException">It went otherwise; the message says how.</exception>
    public Task<AttackView> MustStopAsync(
        string attack,
        Defence defence,
        Func<LessonLab, Task> carryOut,
        string check
    ) => MustStopAsync(attack, options => options with { SwitchedOff = [defence] }, carryOut, check);

    /// <summary>The same for a defence that is a setting of the server.</summary>
    public async Task<AttackView> MustStopAsync(
        string attack,
        Func<AuthorizationServerOptions, AuthorizationServerOptions> without,
        Func<LessonLab, Task> carryOut,
        string check
    )
    {
        await using var open = await LikeThisAsync(without);
        await carryOut(open);
        var works = AttackOutcomes.Of(open.LastExchange);
        await carryOut(this);
        var stopped = AttackOutcomes.Of(LastExchange);
        return works.Succeeded && stopped.StoppedBy?.Check == check
            ? new AttackView(attack, works, stopped)
            : throw new LessonExpectationException(
                $"{attack}: expected a token without the defence, saw {works.StoppedBy?.Check ?? "a token"}; "
                    + $"expected {check} with it, saw {stopped.StoppedBy?.Check ?? "a token"}."
            );
    }

    private Task<LessonLab> LikeThisAsync(Func<AuthorizationServerOptions, AuthorizationServerOptions> change) =>
        // On this lab's time: what was made here is to be good there.
        OpenAsync(_opened with { MachineClock = Clock, Server = options => change(_opened.Server(options)) });
}
