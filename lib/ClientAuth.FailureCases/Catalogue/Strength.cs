namespace ClientAuth.FailureCases.Catalogue;

/// <summary>How firmly a specification settles the response to a case.</summary>
public enum Strength
{
    /// <summary>A specification demands it.</summary>
    Must,

    /// <summary>A specification recommends it.</summary>
    Should,

    /// <summary>A profile's or this server's choice; where it is an option, the other side is a case too.</summary>
    Policy,

    /// <summary>A positive control that must succeed: without it a server that refuses everything would pass.</summary>
    Control,
}
