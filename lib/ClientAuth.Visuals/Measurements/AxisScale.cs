namespace ClientAuth.Visuals.Measurements;

/// <summary>How the steps of an axis grow.</summary>
public enum AxisScale
{
    /// <summary>From zero, each step as long as the one before.</summary>
    Linear,

    /// <summary>Each step is the same factor: for what lies decades apart.</summary>
    Logarithmic,
}
