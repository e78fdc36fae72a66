namespace Lessons.Tests.Sdk;

/// <summary>One row of the table of counterparts: a credential, and the names by which the SDKs set it.</summary>
/// <param name="Credential">What the app proves itself by.</param>
/// <param name="Method">The value of <c>token_endpoint_auth_method</c>, in words where there are several.</param>
/// <param name="Lesson">The lesson whose snippets use the names.</param>
/// <param name="Names">By language; none where no snippet shows it.</param>
internal sealed record SdkCounterpart(
    string Credential,
    string Method,
    string Lesson,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Names
);
