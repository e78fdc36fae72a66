using Microsoft.Extensions.Time.Testing;

namespace ClientAuth.Credentials.Tests;

internal static class TestClock
{
    public static FakeTimeProvider Create() => new(new DateTimeOffset(2026, 5, 4, 3, 2, 1, TimeSpan.Zero));
}
