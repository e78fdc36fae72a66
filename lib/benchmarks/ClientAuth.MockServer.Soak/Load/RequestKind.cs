namespace ClientAuth.MockServer.Soak.Load;

/// <summary>One kind of request, and what may come of it.</summary>
/// <param name="Name">For the table at the end.</param>
/// <param name="SendAsync">Makes a new one, sends it, and says what came: status and error code, or what became of the connection.</param>
/// <param name="Expected">What is right.</param>
internal sealed record RequestKind(
    string Name,
    Func<CancellationToken, Task<string>> SendAsync,
    params IReadOnlyList<string> Expected
);
