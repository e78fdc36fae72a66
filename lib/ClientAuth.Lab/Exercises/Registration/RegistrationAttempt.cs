using System.Text.Json.Nodes;

namespace ClientAuth.Lab.Exercises.Registration;

/// <summary>What an app is about to do to register its device. Everything can be changed before it is sent.</summary>
public sealed class RegistrationAttempt
{
    /// <summary>What it asks the initial access token for.</summary>
    public required string Scope { get; set; }

    /// <summary>The <c>Content-Type</c> of the registration.</summary>
    public required string ContentType { get; set; }

    /// <summary>The body of the registration.</summary>
    public required JsonObject Body { get; set; }

    /// <summary>All of it, to compare two attempts.</summary>
    public override string ToString() => $"{Scope}, {ContentType}, {Body.ToJsonString()}";
}
