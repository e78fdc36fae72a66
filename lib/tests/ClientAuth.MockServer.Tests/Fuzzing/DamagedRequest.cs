using FsCheck;
using FsCheck.Fluent;

namespace ClientAuth.MockServer.Tests.Fuzzing;

/// <summary>A good request and what is to be damaged of it; made into a real one only when it is sent, since an assertion is good once.</summary>
public sealed record DamagedRequest(
    string Kind,
    string Method,
    IReadOnlyList<Edit> Body,
    IReadOnlyList<Edit> Headers,
    string Query
)
{
    // What parsers stumble over: delimiters, escapes, numbers beyond every range, names that mean something, and sheer length.
    private static readonly string[] Texts =
    [
        .. "&=%+.:;,\"'\\{}[]()<> \t\0\u007f\u00e9\u00ff".Select(c => $"{c}"),
        .. new[] { "%00", "%41", "%zz", "%F0%9F%98%80", "\\u0000", "\\ud800", "..", "//", "{}", "[]", "null", "true" },
        .. new[]
        {
            "-1",
            "0",
            "1e400",
            "99999999999999999999",
            "NaN",
            "\"alg\":\"none\"",
            "eyJhbGciOiJub25lIn0",
            "AA==",
        },
        .. new[]
        {
            "&client_id=basic",
            "&client_secret=x",
            "&client_assertion=a.b.c",
            "&grant_type=password",
            "Basic ",
            "Bearer ",
        },
        .. new[]
        {
            "client_id",
            "scope=read",
            "\"d\":\"AQAB\"",
            "\"jwks\":null",
            "http://127.0.0.1/",
            new string('A', 5000),
        },
    ];

    public static Gen<DamagedRequest> Of(IReadOnlyList<string> kinds) =>
        from kind in Gen.Elements(kinds.AsEnumerable())
        from method in Gen.Frequency(
            (20, Gen.Constant("POST")),
            (1, Gen.Elements("GET", "PUT", "DELETE", "PATCH", "OPTIONS"))
        )
        from body in Edits(4)
        from headers in Edits(2)
        from query in Gen.Frequency(
            (9, Gen.Constant("")),
            (1, Gen.Elements(Texts).Select(text => "?" + Uri.EscapeDataString(text)))
        )
        select new DamagedRequest(kind, method, body, headers, query);

    private static Gen<IReadOnlyList<Edit>> Edits(int most) =>
        from count in Gen.Choose(0, most)
        from edits in AnEdit().ArrayOf(count)
        select (IReadOnlyList<Edit>)edits;

    private static Gen<Edit> AnEdit() =>
        from kind in Gen.Elements(Enum.GetValues<EditKind>())
        from at in Gen.Choose(0, 1000)
        from text in Gen.Elements(Texts)
        select new Edit(kind, at, text);

    /// <summary>The damage done to a request that was good.</summary>
    public WireRequest Damage(WireRequest good) =>
        good with
        {
            Method = Method,
            Path = good.Path + Query,
            Body = Body.Aggregate(good.Body, (text, edit) => edit.Apply(text)),
            Headers =
            [
                .. good.Headers.Select(header =>
                    header with
                    {
                        Value = Headers.Aggregate(header.Value, (text, edit) => edit.Apply(text)),
                    }
                ),
            ],
        };
}
