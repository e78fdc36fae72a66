using System.Collections.Concurrent;

[assembly: AssemblyFixture(typeof(Interoperability.Tests.Columns))]

namespace Interoperability.Tests;

/// <summary>Every column, tried once in a run of the tests, for whichever test asks first.</summary>
public sealed class Columns
{
    private readonly ConcurrentDictionary<string, Lazy<Task<IReadOnlyDictionary<string, Outcome>>>> _tried = [];

    internal Task<IReadOnlyDictionary<string, Outcome>> OutcomesOfAsync(Column column) =>
        _tried.GetOrAdd(column.Name, _ => new Lazy<Task<IReadOnlyDictionary<string, Outcome>>>(column.TryAsync)).Value;
}
