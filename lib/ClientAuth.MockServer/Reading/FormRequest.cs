using ClientAuth.MockServer.Checks;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Reading;

/// <summary>A request of an authenticated client whose shape is right (RFC 6749 §4.4.2): a form in the body, no credential in the query.</summary>
internal sealed record FormRequest(IncomingRequest Incoming, FormParameters Form)
{
    private static readonly string[] Credentials =
    [
        TokenParameters.ClientSecret,
        TokenParameters.ClientAssertion,
        TokenParameters.SubjectToken,
    ];

    /// <summary>The request, or null where one of the checks of its shape failed.</summary>
    public static FormRequest? Read(IncomingRequest incoming, CheckTrace trace)
    {
        FormParameters? form = null;
        return
            CheckMethod(incoming, trace)
            && CheckQuery(incoming, trace)
            && CheckContentType(incoming, trace)
            && CheckParameters(incoming, trace, out form)
            ? new FormRequest(incoming, form!)
            : null;
    }

    private static bool CheckMethod(IncomingRequest incoming, CheckTrace trace) =>
        trace.Check(Rules.Method, incoming.Http.Method == "POST", "POST", Quote.Method(incoming.Http.Method));

    // A query ends in logs, histories and Referer headers: a credential there is as good as published.
    private static bool CheckQuery(IncomingRequest incoming, CheckTrace trace)
    {
        var names = incoming.Query.Split('&').Select(pair => pair.Split('=', 2)[0]);
        var leaked = names.FirstOrDefault(name =>
            FormParameters.TryDecode(name, out var decoded) && Credentials.Contains(decoded)
        );
        return trace.Check(Rules.Query, leaked is null, "no credential", leaked ?? "no credential");
    }

    private static bool CheckContentType(IncomingRequest incoming, CheckTrace trace) =>
        trace.Check(
            Rules.ContentType,
            DeclaredMediaType.Is(incoming, DeclaredMediaType.Form),
            DeclaredMediaType.Form,
            DeclaredMediaType.Seen(incoming)
        );

    private static bool CheckParameters(IncomingRequest incoming, CheckTrace trace, out FormParameters? form)
    {
        var parsed = FormParameters.TryParse(incoming.Http.Body, out form, out var problem);
        return trace.Check(
            Rules.Parameters,
            parsed,
            "form-encoded parameters, each at most once",
            problem ?? form!.Names
        );
    }
}
