using System.Diagnostics;
using ClientAuth.Client.Haapi;
using ClientAuth.Client.Platform;
using ClientAuth.Client.Registration;
using ClientAuth.Lab.Devices;
using ClientAuth.Lab.Testbeds;
using ClientAuth.MockServer;
using ClientAuth.Protocol.Recording;
using ClientAuth.Visuals.Sequences;

namespace ClientAuth.Lab;

/// <summary>Draws what has really been sent, as a sequence of messages.</summary>
public sealed partial class LessonLab
{
    /// <summary>
    /// Starts the lab's app on a phone: it attests the phone, or, where that fails, registers it with the template for keys of devices.
    /// </summary>
    /// <param name="device">One of <see cref="Devices"/>, as a rule.</param>
    /// <exception cref="HaapiException">Neither led to an access token.</exception>
    public Task<HaapiAccessor> StartAppAsync(DevicePlatform device) =>
        new HaapiAccessorFactory(HaapiConfiguration(device))
            .SetDcrConfiguration(
                new DcrConfiguration(LabApp.TemplateId, new Uri(Server.Metadata.RegistrationEndpoint!))
                {
                    MainClientId = LabApp.MainClientId,
                }
            )
            .SetClientAuthenticationMethodConfiguration(RegisteredMethod.Of(Client(LabApp.MainClientId)))
            .CreateAsync();

    /// <summary>The last exchange, or the last few, as a sequence, with what clients and phones did meanwhile.</summary>
    /// <param name="last">How many exchanges.</param>
    /// <exception cref="InvalidOperationException">Nothing has been sent yet.</exception>
    /// <exception cref="ArgumentOutOfRangeException">None is asked for.</exception>
    public SequenceView Sequence(int last = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(last, 1);
        var (number, exchanges) = (LastExchange.Number - last, Server.Exchanges.Snapshot());
        var shown = exchanges.Where(exchange => exchange.Number > number).ToList();
        var before = exchanges.LastOrDefault(exchange => exchange.Number <= number)?.Answered ?? TimeSpan.Zero;
        var works = Works
            .Between(before, LastExchange.Answered ?? TimeSpan.MaxValue)
            // A client builds its request just before it is sent; a phone may have done much since the exchange before.
            .Where(work => work.By == Participant.Client || work.Started >= shown[0].Started);
        return new SequenceView(shown, [.. works]);
    }

    /// <summary>Lets something happen and draws, as a sequence, what crossed the wire meanwhile and what the phones did.</summary>
    /// <param name="action">What is to happen.</param>
    /// <param name="keyHosts">Hosts whose requests are drawn as well.</param>
    public async Task<SequenceView> SequenceOfAsync(Func<Task> action, params IReadOnlyList<JwksHost> keyHosts)
    {
        var started = Stopwatch.GetElapsedTime(0);
        await action();
        var exchanges = keyHosts.Select(host => host.Exchanges).Prepend(Server.Exchanges);
        return new SequenceView(
            [.. exchanges.SelectMany(all => all.Snapshot()).Where(exchange => exchange.Started >= started)],
            Works.Between(started, Stopwatch.GetElapsedTime(0))
        );
    }
}
