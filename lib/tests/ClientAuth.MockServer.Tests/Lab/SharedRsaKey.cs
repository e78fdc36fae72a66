using System.Security.Cryptography;

namespace ClientAuth.MockServer.Tests.Lab;

/// <summary>One RSA key for the tests of a class: to find its primes takes longer than any of them.</summary>
public sealed class SharedRsaKey : IDisposable
{
    public RSA Key { get; } = RSA.Create(2048);

    public void Dispose() => Key.Dispose();
}
