namespace ClientAuth.Visuals.Tests.Contract;

/// <summary>Text that a view may be handed by whoever sent a request.</summary>
internal static class Hostile
{
    public static readonly TheoryData<string> Texts =
    [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' onmouseover='alert(1)",
        "</style></table></pre><h1>out</h1>",
        "</title></svg><iframe src=javascript:alert(1)>",
        "<!-- <![CDATA[ &amp; &#x3C;b&#x3E;",
        "null\0byte\u0001\u001b[31mred\u007f\u0085",
        "name\r\nSet-Cookie: stolen=1\nnext",
        "user\u202Egnp.exe\u202C\u2066x\u2069\u200B\u2028\uFEFF",
        "lone \uD800 surrogate \uDC00",
        "javascript:alert(1)",
        "RFC 1 §1\"><script>alert(1)</script>",
        "{\"not\": json",
        "%3Cscript%3E&<b>=&client_secret",
        "",
    ];
}
