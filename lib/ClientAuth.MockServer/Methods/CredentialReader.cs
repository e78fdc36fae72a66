using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Reading;

namespace ClientAuth.MockServer.Methods;

/// <summary>Takes one kind of credential off a request; <see cref="Presentation"/> asks each.</summary>
/// <param name="mechanism">What is presented, in words for a trace, where it cannot be read.</param>
/// <param name="isPresented">Whether a request has such a credential, readable or not.</param>
/// <param name="read">The credential, or null where a check failed.</param>
internal sealed class CredentialReader(
    string mechanism,
    Func<FormRequest, bool> isPresented,
    Func<FormRequest, CheckTrace, PresentedCredential?> read
)
{
    public string Mechanism => mechanism;

    /// <summary>
    /// Whether it is no attempt beside another mechanism: a certificate may be there only to bind the token (RFC 8705 §3).
    /// </summary>
    public bool YieldsToOthers { get; init; }

    /// <summary>A credential in a header field; <paramref name="names"/> are those of which one is enough.</summary>
    public static CredentialReader InHeader(
        string mechanism,
        Func<FormRequest, CheckTrace, PresentedCredential?> read,
        params IReadOnlyList<string> names
    ) => new(mechanism, request => names.Any(name => request.Incoming.Http.Header(name) is not null), read);

    /// <summary>A credential in the form; <paramref name="names"/> are those of which one is enough.</summary>
    public static CredentialReader InForm(
        string mechanism,
        Func<FormRequest, CheckTrace, PresentedCredential?> read,
        params IReadOnlyList<string> names
    ) => new(mechanism, request => names.Any(name => request.Form[name] is not null), read);

    public bool IsPresented(FormRequest request) => isPresented(request);

    public PresentedCredential? Read(FormRequest request, CheckTrace trace) => read(request, trace);
}

/// <summary>Reads everything that was presented before anything of it is judged.</summary>
/// <param name="readers">One for each kind of credential.</param>
internal sealed class Presentation(IReadOnlyList<CredentialReader> readers)
{
    /// <summary>The one credential, or null where there were two mechanisms or the one is unreadable.</summary>
    public PresentedCredential? Read(FormRequest request, CheckTrace trace)
    {
        var attempts = readers
            .Where(reader => !reader.YieldsToOthers && reader.IsPresented(request))
            .Select(reader => Try(reader, request, trace))
            .ToList();
        if (attempts is [])
        {
            attempts.Add(WithoutAttempt(request, trace));
        }

        var seen = string.Join(" and ", attempts.Select(attempt => attempt.Mechanism));
        if (!trace.Check(Rules.SingleMechanism, attempts.Count == 1, "at most one mechanism", seen))
        {
            return null;
        }

        trace.Append(attempts[0].Reading);
        return attempts[0].Credential;
    }

    private Attempt WithoutAttempt(FormRequest request, CheckTrace trace)
    {
        var none = new NoCredential();
        return readers.FirstOrDefault(reader => reader.YieldsToOthers && reader.IsPresented(request)) is { } yielding
            ? Try(yielding, request, trace)
            : new Attempt(none.Mechanism, trace.Branch(), none);
    }

    // How the reading went is told after it is known that there was but one.
    private static Attempt Try(CredentialReader reader, FormRequest request, CheckTrace trace)
    {
        var reading = trace.Branch();
        var credential = reader.Read(request, reading);
        return new Attempt(credential?.Mechanism ?? reader.Mechanism, reading, credential);
    }

    /// <param name="Mechanism">In words, for the trace.</param>
    /// <param name="Reading">How the reading went.</param>
    /// <param name="Credential">Null where it could not be read.</param>
    private readonly record struct Attempt(string Mechanism, CheckTrace Reading, PresentedCredential? Credential);
}
