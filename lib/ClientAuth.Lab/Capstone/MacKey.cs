namespace ClientAuth.Lab.Capstone;

/// <summary>Which octets key the MAC of an assertion.</summary>
public enum MacKey
{
    /// <summary>Those of the secret's text, in UTF-8 (OpenID Connect Core §10.1).</summary>
    Text,

    /// <summary>Those of the Base64 of that text.</summary>
    Base64OfText,
}
