namespace ClientAuth.Visuals.GenericCharts.Reading;

/// <summary>How places on an axis follow from values.</summary>
internal enum AxisKind
{
    Linear,
    Logarithmic,
    Date,
    Category,
}
