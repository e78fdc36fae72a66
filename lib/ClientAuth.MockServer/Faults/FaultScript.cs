using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Endpoints;

namespace ClientAuth.MockServer.Faults;

/// <summary>
/// Which faults strike the next requests. At each point they come in the order in which they were scripted, each as often as it
/// was told to; then the server is well again. Safe to use from several threads.
/// </summary>
public sealed class FaultScript
{
    /// <summary>What a decision trace calls the line that a fault leaves.</summary>
    public const string TraceLine = CheckTrace.FaultLine;

    private readonly Lock _lock = new();
    private readonly List<ScriptedFault> _faults = [];
    private readonly Dictionary<FaultPoint, int> _seen = [];
    private TaskCompletionSource<ScriptedFault> _next = NewNext();

    internal FaultScript(TimeProvider clock) => Waits = new FaultWaits(clock);

    internal FaultWaits Waits { get; }

    /// <summary>Scripts a fault, behind those that are there for the same point.</summary>
    /// <param name="at">Where it strikes.</param>
    /// <param name="fault">What happens there.</param>
    /// <param name="times">How often; null until it is cleared.</param>
    /// <exception cref="ArgumentException">The fault cannot happen there, or would never: a fault before it lasts until it is cleared.</exception>
    public void Add(FaultPoint at, Fault fault, int? times = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(times ?? 1, 1, nameof(times));
        if (at == FaultPoint.Connection != fault is Fault.RefusedHandshake)
        {
            throw new ArgumentException(
                $"The fault '{fault}' cannot happen at {at}: {FaultPoint.Connection} takes refused handshakes only, and no other point takes them."
            );
        }

        lock (_lock)
        {
            if (_faults.Any(one => one.At == at && one.Times is null))
            {
                throw new ArgumentException($"A fault at {at} lasts until it is cleared; clear it first.");
            }

            _faults.Add(new ScriptedFault(at, fault, times));
        }
    }

    /// <summary>Forgets every fault and lets go whatever waits. Counts stay.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _faults.Clear();
        }

        Release();
    }

    /// <summary>Lets go the answers that a <see cref="Fault.Late"/> without a time holds now.</summary>
    public void Release() => Waits.Release();

    /// <summary>What is still to come, in order; later changes do not change the list.</summary>
    public IReadOnlyList<ScriptedFault> Snapshot()
    {
        lock (_lock)
        {
            return [.. _faults];
        }
    }

    /// <summary>How often a fault has struck there. For a refused handshake this is all there is: it leaves no exchange.</summary>
    public int Seen(FaultPoint at)
    {
        lock (_lock)
        {
            return _seen.GetValueOrDefault(at);
        }
    }

    /// <summary>The first fault that strikes after this call; it strikes as its request arrives, before any answer.</summary>
    /// <exception cref="OperationCanceledException">The wait was given up.</exception>
    public Task<ScriptedFault> NextAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return _next.Task.WaitAsync(cancellationToken);
        }
    }

    /// <summary>The fault that strikes now, or null; it is used up by that.</summary>
    internal Fault? Take(FaultPoint? at)
    {
        lock (_lock)
        {
            var index = _faults.FindIndex(one => one.At == at);
            if (index < 0)
            {
                return null;
            }

            var taken = _faults[index];
            _faults[index] = taken with { Times = taken.Times - 1 };
            _faults.RemoveAll(one => one.Times == 0);
            _seen[taken.At] = _seen.GetValueOrDefault(taken.At) + 1;
            _next.SetResult(taken);
            _next = NewNext();
            return taken.Fault;
        }
    }

    // Continuations run elsewhere: a waiter must not run inside the lock.
    private static TaskCompletionSource<ScriptedFault> NewNext() =>
        new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>Which path is which point.</summary>
internal static class FaultPoints
{
    public static FaultPoint? At(string path) =>
        path switch
        {
            Paths.Metadata or Paths.OpenIdConfiguration => FaultPoint.Metadata,
            Paths.Jwks => FaultPoint.Jwks,
            Paths.Token => FaultPoint.Token,
            Paths.Introspection => FaultPoint.Introspection,
            Paths.Revocation => FaultPoint.Revocation,
            Paths.PushedAuthorizationRequest => FaultPoint.PushedAuthorizationRequest,
            Paths.Challenge => FaultPoint.Challenge,
            Paths.ClientAttestationToken => FaultPoint.ClientAttestationToken,
            Paths.Registration => FaultPoint.Registration,
            Paths.Resource => FaultPoint.Resource,
            _ when path.StartsWith(Paths.ClientConfigurations, StringComparison.Ordinal) =>
                FaultPoint.ClientConfiguration,
            _ => null,
        };
}
