namespace ClientAuth.MockServer;

public static partial class CheckNames
{
    public const string ParRequestUri = "par.request_uri";
    public const string ParRequest = "par.request";
    public const string ParClientId = "par.client_id";
    public const string ParResponseType = "par.response_type";
    public const string ParRedirectUri = "par.redirect_uri";
}
