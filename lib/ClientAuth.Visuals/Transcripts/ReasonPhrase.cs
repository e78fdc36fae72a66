namespace ClientAuth.Visuals.Transcripts;

/// <summary>The words beside a status code (RFC 9110 §15); HTTP/2 sends none, so they are looked up.</summary>
internal static class ReasonPhrase
{
    public static string Of(int status) =>
        status switch
        {
            200 => "OK",
            201 => "Created",
            204 => "No Content",
            400 => "Bad Request",
            401 => "Unauthorized",
            403 => "Forbidden",
            404 => "Not Found",
            405 => "Method Not Allowed",
            413 => "Content Too Large",
            415 => "Unsupported Media Type",
            429 => "Too Many Requests",
            431 => "Request Header Fields Too Large",
            500 => "Internal Server Error",
            503 => "Service Unavailable",
            _ => "",
        };
}
