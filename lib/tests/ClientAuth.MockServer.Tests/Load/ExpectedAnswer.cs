using ClientAuth.MockServer.Tests.Lab;

namespace ClientAuth.MockServer.Tests.Load;

/// <summary>A kind of request and the one answer to it.</summary>
/// <param name="Name">For the message of a failed run.</param>
/// <param name="Make">Makes a request of this kind; a new one each time, since an assertion is good once.</param>
/// <param name="Status">The status of the answer.</param>
/// <param name="Error">The error code, or null for a token.</param>
internal sealed record ExpectedAnswer(string Name, Func<TestCall> Make, int Status, string? Error);
