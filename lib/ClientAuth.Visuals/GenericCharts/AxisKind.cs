namespace ClientAuth.Visuals.GenericCharts;

/// <summary>How places on an axis follow from values.</summary>
internal enum AxisKind
{
    Linear,
    Logarithmic,
    Date,
    Category,
}
