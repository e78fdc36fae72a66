namespace Interoperability.Tests;

/// <summary>A client and a server that run.</summary>
internal abstract class Pair : IAsyncDisposable
{
    /// <summary>Tries a row once.</summary>
    /// <param name="feature">One of <see cref="Feature.All"/>.</param>
    /// <param name="right">Whether the credential is right.</param>
    /// <returns>What the client got: <c>token</c>, or a refusal such as <c>401 invalid_client</c>.</returns>
    public abstract Task<string> DoAsync(string feature, bool right);

    public abstract ValueTask DisposeAsync();
}
