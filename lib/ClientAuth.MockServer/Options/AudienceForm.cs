namespace ClientAuth.MockServer.Options;

/// <summary>How an assertion may write its one <c>aud</c> (RFC 7519 §4.1.3).</summary>
public enum AudienceForm
{
    /// <summary>A string, or an array with that one string.</summary>
    StringOrSingleElementArray,

    /// <summary>A string, as FAPI 2.0 §5.3.2.1 asks.</summary>
    StringOnly,
}
